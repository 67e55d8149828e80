/** What a loop knows of asynchronous generators: those that were iterated in it are closed with it. CPython has this in `asyncio.base_events`. */
import type { AsyncGenerator } from "../builtins/async_generator.js";
import { Exception } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import type { AsyncGeneratorHooks } from "../interpreter/state.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { _gather } from "./gather.js";

type AnyGenerator = AsyncGenerator<unknown>;

/** The asynchronous generators of a loop. */
export class LoopGenerators {
  /** What generators tell that are iterated while the loop runs. */
  readonly hooks: AsyncGeneratorHooks;
  readonly #loop: BaseEventLoop;
  /** Those that were iterated and not freed yet. CPython forgets those at their end, too, since they are usually freed then. */
  readonly #alive = new Set<AnyGenerator>();
  #shut_down = false;

  constructor(loop: BaseEventLoop) {
    this.#loop = loop;
    this.hooks = {
      firstiter: (agen: AnyGenerator) => {
        this.#first_iteration(agen);
      },
      finalizer: (agen: AnyGenerator) => this.#finalize(agen),
    };
  }

  #first_iteration(agen: AnyGenerator): void {
    if (this.#shut_down) {
      const text = `asynchronous generator ${repr(agen)} was scheduled after loop.shutdown_asyncgens() call`;
      this.#loop._interpreter.warn("ResourceWarning", text);
    }
    this.#alive.add(agen);
  }

  /** One is freed before its end: a task closes it. */
  *#finalize(agen: AnyGenerator): Blocking<void> {
    this.#alive.delete(agen);
    if (this.#loop.is_closed()) return;
    const create_task = (coro: Coroutine<unknown>): unknown => this.#loop.create_task(coro);
    Object.defineProperty(create_task, "__qualname__", { value: "BaseEventLoop.create_task" });
    yield* this.#loop.call_soon_threadsafe(create_task, agen.aclose());
  }

  /** Closes them all, each in a task of its own, and reports what they raise. */
  *shutdown(): Coroutine<void> {
    this.#shut_down = true;
    const closing = this.#in_some_order();
    this.#alive.clear();
    if (closing.length === 0) return;
    const results = yield* _gather(
      this.#loop,
      closing.map((agen) => agen.aclose()),
      true,
    );
    for (const [index, agen] of closing.entries()) {
      const exception = results[index];
      if (!(exception instanceof Exception)) continue;
      const message = `an error occurred during closing of asynchronous generator ${repr(agen)}`;
      yield* this.#loop.call_exception_handler({ message, exception, asyncgen: agen });
    }
  }

  /** Python keeps them in a set, whose order depends on addresses, so the order is a choice. */
  #in_some_order(): AnyGenerator[] {
    const left = [...this.#alive].filter((agen) => !agen._finished);
    const ordered: AnyGenerator[] = [];
    while (left.length > 0) ordered.push(...left.splice(this.#loop._kernel.choose("order", left.length), 1));
    return ordered;
  }
}
