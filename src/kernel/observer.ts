/** Who watches a run. The kernel and the mirrored rooms speak to it only when it is there, so that an unwatched run pays one branch. */

/** A field of an event: plain data only, so that an event can be printed and parsed back. */
export type Field = string | number | boolean | null;

export interface Observer {
  /**
   * Takes note of one event.
   * @param kind a dotted name, such as `task.step`
   * @param cause the number of the event that it follows from; 0 for what the current thread is doing at the moment
   * @param fields what else there is to say
   * @returns the event's own number, from 1
   */
  note(kind: string, cause: number, fields: Readonly<Record<string, Field>>): number;
}
