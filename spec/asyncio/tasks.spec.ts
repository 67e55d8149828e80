/** Random programs of tasks, futures and callbacks: each does, to the nanosecond, what it did under CPython (tasks.py wrote down the same programs). */
import { asyncio, type Blocking, builtins, type Coroutine } from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../../src/kernel/current.js";
import { interpreter } from "../../src/interpreter/state.js";
import { Dice } from "../builtins/recorded.js";
import { cases } from "../judge.js";

const DELAYS = [0, 0.001, 0.002, 0.005, 0.009, 0.01];

/** A ring of tasks is cancelled as deep as the stack allows, which differs between builds of CPython: the count is cut here, as in tasks.py. */
const DEPTH = 992;

/** What to do, a number, a delay, and what is done with an exception. */
type Step = readonly [kind: number, which: number, delay: number, mode: number];

function scriptOf(dice: Dice): Step[] {
  return Array.from({ length: 1 + dice.below(6) }, () => [
    ...([dice.below(18), dice.below(8), DELAYS[dice.below(6)] ?? 0, dice.below(4)] as const),
  ]);
}

/** An exception as the recorder writes it: its class and its arguments, without the reprs in its text. */
function text(error: unknown): string {
  if (!(error instanceof builtins.BaseException)) throw error;
  const name = error.constructor.name.replace("Separate", "");
  return `${name}${builtins.repr(error.args.map((arg) => builtins.str(arg).replace(/<.*/, "<..>")))}`;
}

function outcome(future: asyncio.Future): string {
  if (!future.done()) return "pending";
  if (future.cancelled()) return "cancelled";
  const error = future.exception();
  return error === null ? `gives ${builtins.str(future.result())}` : text(error);
}

class Game {
  readonly notes: string[] = [];
  readonly #loop = asyncio.new_event_loop();
  readonly #futures: asyncio.Future[];
  readonly #tasks: asyncio.Task[];
  readonly #minor = interpreter().profile.minor;

  constructor(seed: number) {
    const dice = new Dice(seed);
    this.#futures = Array.from({ length: 1 + dice.below(3) }, () => this.#loop.create_future());
    const scripts = Array.from({ length: 2 + dice.below(4) }, () => scriptOf(dice));
    this.#tasks = scripts.map((script, number) => this.#loop.create_task(this.body(number, script)));
    this.#loop.set_exception_handler((_loop, context) => {
      if ("handle" in context) this.note(`handler: ${text(context.exception)}`);
    });
  }

  note(line: string): void {
    this.notes.push(`${String(Math.round(current().now * 1e9))} ${line}`);
  }

  *body(number: number, script: readonly Step[]): Coroutine<number> {
    this.note(`task ${String(number)} begins`);
    for (const [at, step] of script.entries()) {
      const name = `${String(number)}.${String(at)}`;
      try {
        const result = yield* this.step(name, step);
        if (result !== null) this.note(`${name} gives ${builtins.str(result)}`);
      } catch (error) {
        this.note(`${name} raises ${text(error)}`);
        const mode = step[3];
        if (mode === 0) continue;
        if (mode === 1) {
          yield* asyncio.sleep(0);
          this.note(`${name} is cleaned up`);
        }
        if (mode < 3 || error instanceof asyncio.CancelledError) throw error;
      }
    }
    return number;
  }

  *step(name: string, [kind, which, delay]: Step): Coroutine<unknown> {
    const future = this.#futures[which % this.#futures.length] as asyncio.Future;
    const task = this.#tasks[which % this.#tasks.length] as asyncio.Task;
    const later = DELAYS[which % 6] ?? 0;
    switch (kind) {
      case 0:
        return yield* asyncio.sleep(delay, name);
      case 1:
        yield* asyncio.sleep(0);
        return null;
      case 2:
      case 3:
        return yield* future;
      case 6:
        return future.cancel();
      case 7:
        return this.#minor === 8 || which < 4 ? task.cancel() : task.cancel(name);
      case 10:
        return yield* task;
      case 11:
        throw new builtins.ValueError(name);
      case 12:
        return yield* asyncio.wait_for(future, delay);
      case 13:
        return yield* asyncio.wait_for(asyncio.sleep(later, name), delay);
      case 14: {
        const options = { return_exceptions: which % 2 === 0 };
        yield* asyncio.gather_kw(options, future, asyncio.sleep(delay, name));
        return 1;
      }
      default:
        this.act(kind, name, future, task, delay);
        return null;
    }
  }

  /** What does not wait. */
  act(kind: number, name: string, future: asyncio.Future, task: asyncio.Task, delay: number): void {
    const loop = this.#loop;
    const noting = (line: string): void => {
      this.note(line);
    };
    if (kind === 4) future.set_result(name);
    else if (kind === 5) future.set_exception(new builtins.ValueError(name));
    else if (kind === 8) loop.call_soon(noting, `${name} called soon`);
    else if (kind === 9) loop.call_later(delay, noting, `${name} called later`);
    else if (kind === 15) {
      future.add_done_callback((done) => {
        this.note(`${name} called back: ${builtins.repr(done.cancelled())}`);
      });
    } else if (kind === 16) {
      loop.call_later(delay, () => {
        this.note(`${name} completes: ${builtins.repr(future.done())}`);
        future.set_result(name);
      });
    } else {
      loop.call_later(delay, () => {
        task.cancel();
      });
    }
  }

  *play(): Blocking<unknown> {
    this.#loop.call_later(0.5, this.#loop.stop);
    yield* this.#loop.run_forever();
    const ends: unknown[] = [...this.#tasks, ...this.#futures].map((future) => outcome(future as asyncio.Future));
    if (this.#minor >= 11) ends.push(...this.#tasks.map((task) => Math.min(task.cancelling(), DEPTH)));
    return [[...this.notes], ends];
  }
}

describe("a random program of tasks does what it did under CPython", () => {
  const asked = cases("asyncio/tasks.json", (seed) => () => new Game(Number(seed)).play(), { mayLog: true });

  test.each(asked)("seed %s", (_seed, ask) => {
    ask();
  });

  test("of which there are many", () => {
    expect(asked.length).toBe(240);
  });
});
