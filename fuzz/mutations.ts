/** Mistakes that somebody could make in the simulator, as changes of its sources. */

/** One mistake: a file, and texts of it with what stands there instead. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
}

const TASK = "src/asyncio/task.ts";
const FUTURES = "src/asyncio/base_futures.ts";

export const mutations: readonly Mutation[] = [
  {
    name: "a task's step: the cancellation goes on before the task waits",
    file: TASK,
    changes: [
      [
        "      future._add(this);\n      this._fut_waiter = future;\n      if (this._must_cancel) this._pass_cancellation(loop, future);",
        "      if (this._must_cancel) this._pass_cancellation(loop, future);\n      future._add(this);\n      this._fut_waiter = future;",
      ],
    ],
  },
  {
    name: "a task's step: cancel() counts before it looks whether the task is done",
    file: TASK,
    changes: [
      [
        "    if (this._state !== PENDING) return false;\n    this._num_cancels_requested++;",
        "    this._num_cancels_requested++;\n    if (this._state !== PENDING) return false;",
      ],
    ],
  },
  {
    name: "a task's step: a cancellation is thrown in once too often",
    file: TASK,
    changes: [
      [
        "      if (!(error instanceof CancelledError)) error = this._make_cancelled_error();\n      this._must_cancel = false;",
        "      if (!(error instanceof CancelledError)) error = this._make_cancelled_error();\n      else this._must_cancel = false;",
      ],
    ],
  },
  {
    name: "the timer heap gives ties first in, first out",
    file: "src/heapq.ts",
    changes: [
      [
        "    this.#move_up(0, position, place, item._when);",
        `    let at = position;
    for (; at > 0 && (this.#whens[at - 1] as number) > item._when; at--) {
      this.#whens[at] = this.#whens[at - 1] as number;
      this.#places[at] = this.#places[at - 1] as number;
    }
    this.#whens[at] = item._when;
    this.#places[at] = place;`,
      ],
      [
        "    if (last > 0) this.#settle(0, this.#places[last] as number, this.#whens[last] as number);",
        `    this.#whens.copyWithin(0, 1, last + 1);
    this.#places.copyWithin(0, 1, last + 1);`,
      ],
    ],
  },
  {
    name: "the self-pipe's wake-up is dropped",
    file: "src/asyncio/self_pipe.ts",
    changes: [["    kernel.open(this.readable, cause);", "    void cause;"]],
  },
  {
    name: "the message of a future's cancellation is lost",
    file: FUTURES,
    changes: [["    if (msg !== null) this._cancellation = { message: msg, error: null };\n", ""]],
  },
  {
    name: "the message of a task's cancellation is lost",
    file: TASK,
    changes: [["    this._cancellation = { message: msg, error: null };", "    this._cancellation = null;"]],
  },
  {
    name: "callbacks of a future run in reverse order",
    file: FUTURES,
    changes: [
      [
        "else for (const callback of callbacks) this._hand_over(callback);",
        "else for (const callback of callbacks.reverse()) this._hand_over(callback);",
      ],
    ],
  },
  {
    name: "a timer is due a nanosecond too late",
    file: "src/asyncio/loop_run.ts",
    changes: [["this._take_due(now + CLOCK_RESOLUTION)", "this._take_due(now)"]],
  },
  {
    name: "epoll's second rounding is forgotten",
    file: "src/asyncio/self_pipe.ts",
    changes: [["  return Math.ceil(nanoseconds / 1e6) / 1e3;", "  return Math.round(nanoseconds / 1e6) / 1e3;"]],
  },
  {
    name: "a turn runs what its own callbacks append, too",
    file: "src/asyncio/loop_run.ts",
    changes: [
      [
        "if (this._todo === 0 && !this._turn_at_once()) return null;\n        this._todo--;",
        "if (ready.length === 0) return null;",
      ],
    ],
  },
  {
    name: "a timeout takes a cancellation from outside for its own",
    file: "src/asyncio/timeouts.ts",
    changes: [["if (task.uncancel() > before ||", "if (task.uncancel() > before + 1 ||"]],
  },
  {
    name: "gather waits for one child too few",
    file: "src/asyncio/gather.ts",
    changes: [["    if (this._unfinished > 0) return;\n", "    if (this._unfinished > 1) return;\n"]],
  },
  {
    name: "wait_for leaves its timer behind",
    file: "src/asyncio/timeouts.ts",
    changes: [["    this._progress = CANCELLED;\n", ""]],
  },
  {
    name: "the exception handler runs in the wrong context",
    file: "src/asyncio/exception_handler.ts",
    changes: [["owner._context?.bindings ?? owner._vars", "loop._outside?.bindings ?? owner._vars"]],
  },
  {
    name: "a running submission can be cancelled",
    file: "src/concurrent/futures/_base.ts",
    changes: [
      [
        'if (this._state === "RUNNING" || this._state === "FINISHED") return false;',
        'if (this._state === "FINISHED") return false;\n    if (this._state === "RUNNING") this._state = "PENDING";',
      ],
    ],
  },
  {
    name: "a lock goes to the thread that came last",
    file: "src/kernel/kernel.ts",
    changes: [
      [
        "    gate.open = true;\n    for (const thread of gate.waiters) {",
        "    gate.open = true;\n    for (const thread of [...gate.waiters].reverse()) {",
      ],
    ],
  },
  {
    name: "a condition wakes its last waiter",
    file: "src/threading/condition.ts",
    changes: [["this.#waiters.splice(0, count)", "this.#waiters.splice(-count || this.#waiters.length, count)"]],
  },
  {
    name: "a thread can be joined before it has begun",
    file: "src/threading/thread.ts",
    changes: [
      [
        '    if (!this.#started.open) throw new RuntimeError("cannot join',
        '    if (this.#kernelThread === null) throw new RuntimeError("cannot join',
      ],
    ],
  },
];
