/** Asking the simulator what CPython was asked: what a call gives or fails with, written as the recorders write it. */
import { type Blocking, builtins, defaultSchedule, replay, repr, type Run, simulate, threading } from "interloop";
import { expect } from "vitest";
import { recorded } from "./builtins/recorded.js";

/** Runs a scenario alone and watched, which must not differ, and gives the run. */
export function runBoth(scenario: () => Blocking<unknown>, options: object = {}): Run {
  const run = simulate(scenario, options);
  const watched = replay(scenario, defaultSchedule, options);
  const look = ({ ending, output, stderr, steps, time }: Run): object => ({ ending, output, stderr, steps, time });
  expect(look(watched)).toEqual(look(run));
  return run;
}

/** Addresses and thread numbers are others in each run of CPython. */
export function anonymous(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, "0x..");
}

/** Addresses, and the owners of locks. */
export function nameless(text: string): string {
  return anonymous(text).replace(/owner=[1-9]\d*/g, "owner=N");
}

/** What a call gives, as its repr, or the class and the text of the error that it raises. */
export function* failure(call: () => Blocking<unknown>): Blocking<string> {
  try {
    return repr((yield* call()) ?? null);
  } catch (error) {
    if (!(error instanceof builtins.Exception)) throw error;
    return `${error.constructor.name}: ${builtins.str(error)}`;
  }
}

/** What calls give, one after the other. */
export function* failures(...calls: readonly (() => Blocking<unknown>)[]): Blocking<string[]> {
  const found: string[] = [];
  for (const call of calls) found.push(yield* failure(call));
  return found;
}

/** What calls give in another thread. */
export function* elsewhere(...calls: readonly (() => Blocking<unknown>)[]): Blocking<string[]> {
  let found: string[] = [];
  const thread = new threading.Thread({
    *target(): Blocking<void> {
      found = yield* failures(...calls);
    },
  });
  yield* thread.start();
  yield* thread.join();
  return found;
}

type Question = () => Blocking<unknown>;

/**
 * Every recorded question as a case: its title, and a function that asks it in each version that was asked.
 * @param path of the recording, from this folder
 * @param find the scenario that gives the answer to a question
 * @param options `mayLog`: whether it may write to standard error
 */
export function cases(
  path: string,
  find: (question: string) => Question | undefined,
  { mayLog = false } = {},
): [string, () => void][] {
  return recorded<string, unknown>(`../${path}`).map(({ question, answers }) => [
    question,
    () => {
      const scenario = find(question);
      if (scenario === undefined) throw new Error(`nobody asks ${question} here`);
      const found = answers.map(([minor]) => {
        let answer: unknown;
        function* asking(): Blocking<void> {
          answer = yield* (scenario as Question)();
        }
        const run = runBoth(asking, { python: `3.${String(minor)}`, maxSteps: 10_000 });
        expect([minor, run.ending, mayLog ? "" : run.stderr]).toEqual([
          minor,
          { kind: "returned", value: undefined },
          "",
        ]);
        return [minor, answer];
      });
      expect(found).toEqual(answers);
    },
  ]);
}
