// Programs that must not compile. The compiler is the test: `npm run types` fails when an error that is expected here does not come. Each
// comment says what Python would say at run time.
import {
  async_for,
  async_generator,
  asyncio,
  type builtins,
  concurrent,
  print,
  type queue,
  signal,
  threading,
  time,
  type Blocking,
  type Coroutine,
} from "interloop";

declare const loop: asyncio.AbstractEventLoop;
declare const future: asyncio.Future<string>;
declare const submitted: concurrent.futures.Future<string>;

function* blocking(n: number): Blocking<number> {
  yield* time.sleep(n);
  return n;
}

function* coroutine(n: number): Coroutine<number> {
  return yield* asyncio.sleep(n, n);
}

// ---- await ---------------------------------------------------------------------------------------------------------

export function* awaitInABlockingFunction(): Blocking<string> {
  // @ts-expect-error SyntaxError: 'await' outside async function
  return yield* future;
}

export function* coroutineInABlockingFunction(): Blocking<number> {
  // @ts-expect-error a coroutine is driven by a loop only
  return yield* coroutine(1);
}

export function* yieldInsteadOfAwait(): Coroutine<void> {
  // @ts-expect-error RuntimeError: yield was used instead of yield from
  yield future;
}

export function* yieldedPromise(): Coroutine<void> {
  // @ts-expect-error RuntimeError: Task got bad yield
  yield Promise.resolve(1);
}

export function* yieldedNumber(): Coroutine<void> {
  // @ts-expect-error RuntimeError: Task got bad yield: 42
  yield 42;
}

export function* awaitedConcurrentFuture(): Coroutine<string> {
  // @ts-expect-error TypeError: object Future can't be used in 'await' expression
  return yield* submitted;
}

// ---- where a coroutine is expected -----------------------------------------------------------------------------------

// @ts-expect-error TypeError: a coroutine was expected
asyncio.create_task(blocking(1));
// @ts-expect-error TypeError: a coroutine was expected, got 42
asyncio.create_task(42);
// @ts-expect-error TypeError: a coroutine was expected, got <function coroutine at …>
asyncio.create_task(coroutine);
// @ts-expect-error TypeError: a coroutine was expected
asyncio.create_task(Promise.resolve(1));
// @ts-expect-error ValueError: a coroutine was expected
void asyncio.run(blocking(1));
// @ts-expect-error TypeError: A coroutine object is required
void asyncio.run_coroutine_threadsafe(blocking(1), loop);
// @ts-expect-error TypeError: A coroutine object is required
void asyncio.run_coroutine_threadsafe(coroutine, loop);

// ---- where a callback is expected ------------------------------------------------------------------------------------

// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_soon(coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_later(1, coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_at(1, coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
void loop.call_soon_threadsafe(coroutine, 1);
// @ts-expect-error no Promise enters the simulation
loop.call_soon(() => Promise.resolve(1));
// @ts-expect-error TypeError: blocking() takes 1 positional argument but 2 were given
loop.call_soon(blocking, 1, 2);
// @ts-expect-error TypeError: missing 1 required positional argument
loop.call_soon(blocking);
// @ts-expect-error TypeError: delay must not be None
loop.call_later(null, () => undefined);

// ---- threads ---------------------------------------------------------------------------------------------------------

// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
new threading.Thread({ target: coroutine, args: [1] });
// @ts-expect-error TypeError: missing 1 required positional argument
new threading.Thread({ target: blocking });
// @ts-expect-error TypeError: 'int' object is not callable
new threading.Thread({ target: 3 });

// ---- results ---------------------------------------------------------------------------------------------------------

export function* resultsHaveTheirTypes(): Coroutine<void> {
  const task = asyncio.create_task(coroutine(1));
  const n: number = yield* task;
  yield* print(n);
  // @ts-expect-error the task's result is a number
  const text: string = yield* task;
  yield* print(text);
  // @ts-expect-error a future of strings takes no number
  future.set_result(1);
}

// ---- what waits for several ------------------------------------------------------------------------------------------

declare const task: asyncio.Task<number>;
// @ts-expect-error TypeError: expect a list of futures, not Task
void asyncio.wait(task);
// @ts-expect-error TypeError: expect a list of futures, not coroutine
void asyncio.wait(coroutine(1));
// @ts-expect-error AttributeError: 'int' object has no attribute 'add_done_callback'
void asyncio.wait([42]);
// @ts-expect-error TypeError: expects an iterable of awaitables, not Task
asyncio.as_completed(task);
// @ts-expect-error TypeError: An asyncio.Future, a coroutine or an awaitable is required
asyncio.as_completed([blocking(1)]);
// @ts-expect-error TypeError: An asyncio.Future, a coroutine or an awaitable is required
asyncio.shield(42);
// @ts-expect-error TypeError: An asyncio.Future, a coroutine or an awaitable is required
asyncio.shield(blocking(1));
// @ts-expect-error TypeError: wait_for() missing 1 required positional argument: 'timeout'
void asyncio.wait_for(task);

export function* waitsForSeveral(): Coroutine<void> {
  const [done] = yield* asyncio.wait([task]);
  for (const one of done) yield* print(one.result().toFixed());
  for (const next of asyncio.as_completed([task, coroutine(1)])) yield* print((yield* next).toFixed());
  const shielded: asyncio.Future<number> = asyncio.shield(task);
  yield* print(yield* shielded);
}

// ---- asyncio's locks, queues and streams -----------------------------------------------------------------------------

declare const asyncLock: asyncio.Lock;
declare const numbers: asyncio.Queue<number>;
declare const reader: asyncio.StreamReader;

export function* asyncLockInABlockingFunction(): Blocking<void> {
  // @ts-expect-error SyntaxError: 'async with' outside async function
  yield* asyncLock.with(() => coroutine(1));
}

export function* queuesHaveATypeOfItems(): Coroutine<string> {
  // @ts-expect-error its items are numbers
  return yield* numbers.get();
}

// @ts-expect-error its items are numbers
numbers.put_nowait("text");
// @ts-expect-error TypeError: Queue.put_nowait() missing 1 required positional argument: 'item'
numbers.put_nowait();
// @ts-expect-error TypeError: Barrier.__init__() missing 1 required positional argument: 'parties'
new asyncio.Barrier();
// @ts-expect-error TypeError: '<' not supported between instances of 'str' and 'int'
new asyncio.Semaphore("1");
// @ts-expect-error a threading.Lock is acquired by a thread, not awaited by a task
new asyncio.Condition(new threading.Lock());
// @ts-expect-error TypeError: expected iterable of integers; got: 'str'
reader.feed_data("text");

// ---- threads and their queues ------------------------------------------------------------------------------------------

// @ts-expect-error TypeError: '<' not supported between instances of 'str' and 'int'
new threading.Semaphore("1");
// @ts-expect-error TypeError: Barrier.__init__() missing 1 required positional argument: 'parties'
new threading.Barrier();
// @ts-expect-error TypeError: Timer.__init__() missing 1 required positional argument: 'function'
new threading.Timer(1);
// @ts-expect-error TypeError: blocking() missing 1 required positional argument: 'n'
new threading.Timer(1, blocking, ["1"]);
// @ts-expect-error the timer's thread would make the coroutine and never run it
new threading.Timer(1, coroutine, [1]);

declare const items: queue.Queue<number>;
// @ts-expect-error its items are numbers
export const putting: Blocking<void> = items.put("text");
// @ts-expect-error TypeError: Queue.put() missing 1 required positional argument: 'item'
export const puttingNothing: Blocking<void> = items.put();

export function* gettingInACoroutineGivesANumber(): Coroutine<string> {
  // @ts-expect-error its items are numbers
  return yield* items.get();
}

// ---- asynchronous generators -----------------------------------------------------------------------------------------

type Emit = builtins.Emit<number, string>;

export function* emitsInACoroutine(emit: Emit): Coroutine<void> {
  // @ts-expect-error an asynchronous generator is another kind of function
  yield* emit(1);
}

export function* emitsInABlockingFunction(emit: Emit): Blocking<void> {
  // @ts-expect-error an asynchronous generator is another kind of function
  yield* emit(1);
}

export const emitted = async_generator(function* emitted(emit: Emit): builtins.Emitting {
  // @ts-expect-error an emitted value is a number
  yield* emit("one");
  // @ts-expect-error what is sent is a text
  const sent: number | null = yield* emit(2);
  yield* print(sent);
  // @ts-expect-error TypeError: object async_generator can't be used in 'await' expression
  yield* emitted();
});

async_generator(function* returns(emit: Emit): builtins.Emitting {
  yield* emit(1);
  // @ts-expect-error SyntaxError: 'return' with value in async generator
  return 2;
});

export function* usesGenerators(): Coroutine<void> {
  // @ts-expect-error TypeError: 'async for' requires an object with __aiter__ method, got list
  yield* async_for([1, 2], () => undefined);
  // @ts-expect-error a text is sent, and no number
  yield* emitted().asend(1);
  // @ts-expect-error TypeError: exceptions must be classes or instances deriving from BaseException, not int
  yield* emitted().athrow(1);
  // @ts-expect-error TypeError: a coroutine was expected, got <async_generator object emitted at …>
  asyncio.create_task(emitted());
  yield* asyncio.create_task(emitted().__anext__());
}

export function* iteratesInABlockingFunction(): Blocking<void> {
  // @ts-expect-error SyntaxError: 'async for' outside async function
  yield* async_for(emitted(), () => undefined);
}

// ---- what is right compiles ------------------------------------------------------------------------------------------

export function* blockingInACoroutine(): Coroutine<number> {
  return yield* blocking(1); // stalls the whole loop, as in Python
}
loop.call_soon(blocking, 1);
loop.call_soon(() => undefined);
new threading.Thread({ target: blocking, args: [1] });
new threading.Thread({ target: loop.run_forever });
new threading.Timer(1, blocking, [1]);
new threading.Timer(1, () => undefined);
export const sleeping: asyncio.Task<void> = asyncio.create_task(asyncio.sleep(1));

// ---- task groups, eager tasks, signals --------------------------------------------------------------------------------

export function* taskGroupsTakeCoroutines(): Coroutine<void> {
  // @ts-expect-error the block of `async with` is a coroutine function
  yield* new asyncio.TaskGroup().with(() => 42);
  yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
    // @ts-expect-error TypeError: a coroutine was expected, got 42
    group.create_task(42);
    // @ts-expect-error TypeError: a coroutine was expected
    group.create_task(blocking(1));
    // @ts-expect-error TypeError: TaskGroup.create_task() got an unexpected keyword argument 'wrong'
    group.create_task(coroutine(1), { wrong: 1 });
    const n: number = group.create_task(coroutine(1)).result();
    yield* print(n);
  });
}

export function* taskGroupInABlockingFunction(): Blocking<void> {
  // @ts-expect-error SyntaxError: 'async with' outside async function
  yield* new asyncio.TaskGroup().with(() => coroutine(1));
}

// @ts-expect-error TypeError: task factory must be a callable or None
asyncio.new_event_loop().set_task_factory(42);
// @ts-expect-error TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
signal.signal(signal.SIGINT, 42);
// @ts-expect-error TypeError: coroutines cannot be used with add_signal_handler()
asyncio.new_event_loop().add_signal_handler(signal.SIGINT, coroutine, 1);
// @ts-expect-error TypeError: policy must be an instance of AbstractEventLoopPolicy or None
asyncio.set_event_loop_policy(42);

// ---- executors ------------------------------------------------------------------------------------------------------------

declare const pool: concurrent.futures.ThreadPoolExecutor;

export function* jobsOfExecutors(): Coroutine<void> {
  // @ts-expect-error the coroutine that the call gives would never be awaited
  yield* pool.submit(coroutine, 1);
  // @ts-expect-error TypeError: 'int' object is not callable
  yield* pool.submit(1);
  // @ts-expect-error TypeError: 'str' object cannot be interpreted as an integer
  yield* pool.submit(blocking, "1");
  // @ts-expect-error TypeError: 'str' object cannot be interpreted as an integer
  yield* pool.map(blocking, ["1"]);
  // @ts-expect-error TypeError: map() got an unexpected keyword argument 'wrong'
  yield* pool.map_kw({ wrong: 1 }, blocking, [1]);
  // @ts-expect-error TypeError: 'int' object has no attribute 'submit'
  yield* loop.run_in_executor(1, blocking, 1);
  // @ts-expect-error coroutines cannot be used with run_in_executor()
  yield* loop.run_in_executor(null, coroutine, 1);
  // @ts-expect-error the coroutine that the call gives would never be awaited
  yield* asyncio.to_thread(coroutine, 1);
  // @ts-expect-error AttributeError: '_asyncio.Future' object has no attribute '_condition'
  yield* concurrent.futures.wait([future]);
  // @ts-expect-error a coroutine is driven by a loop only
  yield* pool.submit(() => asyncio.to_thread(blocking, 1));
  const result: number = yield* (yield* pool.submit(blocking, 1)).result();
  const awaited: number = yield* yield* loop.run_in_executor(pool, blocking, result);
  yield* print(awaited, yield* (yield* pool.map(blocking, [1, 2])).list());
}

// @ts-expect-error AttributeError: 'int' object has no attribute 'submit'
loop.set_default_executor(1);
// @ts-expect-error TypeError: initializer must be a callable
export const wrongInitializer = new concurrent.futures.ThreadPoolExecutor(1, { initializer: 1 });
