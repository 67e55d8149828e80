/** Tiny programs of bare threads, whose interleavings can be counted by hand. */
import { Gate, Operation, SharedObject, type Syscall, type ThreadProgram } from "interloop";

type Body = Generator<Syscall, void, unknown>;

/** n things of one kind and n of another in a row: (2n)! / (n! n!). */
export function interleavings(n: number): number {
  let count = 1;
  for (let i = 1; i <= n; i++) count = (count * (n + i)) / i;
  return Math.round(count);
}

/** Threads that each add 1 to a counter k times; each time is one visible operation. */
export function atomicIncrements(threads: number, k: number): ThreadProgram {
  return (kernel) => {
    let counter = 0;
    const increment = new Operation("increment", new SharedObject("counter"), "write");
    function* body(): Body {
      for (let i = 0; i < k; i++) {
        yield increment;
        counter++;
      }
    }
    for (let id = 0; id < threads; id++) kernel.prime(kernel.spawn(body(), `T${String(id)}`));
    return () => counter;
  };
}

/** Threads that each read a counter and write it back larger by 1, k times, without a lock. */
export function racyIncrements(threads: number, k: number): ThreadProgram {
  return (kernel) => {
    let counter = 0;
    const shared = new SharedObject("counter");
    const read = new Operation("read", shared, "read");
    const write = new Operation("write", shared, "write");
    function* body(): Body {
      for (let i = 0; i < k; i++) {
        yield read;
        const seen = counter;
        yield write;
        counter = seen + 1;
      }
    }
    for (let id = 0; id < threads; id++) kernel.prime(kernel.spawn(body(), `T${String(id)}`));
    return () => counter;
  };
}

/** The same under a lock. */
export function lockedIncrements(threads: number, k: number): ThreadProgram {
  return (kernel) => {
    let counter = 0;
    const lock = new Gate("lock", true);
    const acquire = new Operation("acquire", lock, "write", lock);
    const release = new Operation("release", lock, "write");
    const touch = new Operation("touch", new SharedObject("counter"), "write");
    function* body(): Body {
      for (let i = 0; i < k; i++) {
        yield acquire;
        kernel.close(lock);
        yield touch;
        const seen = counter;
        yield touch;
        counter = seen + 1;
        yield release;
        kernel.open(lock);
      }
    }
    for (let id = 0; id < threads; id++) kernel.prime(kernel.spawn(body(), `T${String(id)}`));
    return () => counter;
  };
}

/** Two threads that take two locks in opposite order, and both release them. */
export const oppositeLocks: ThreadProgram = (kernel) => {
  const [a, b] = [new Gate("lock", true), new Gate("lock", true)];
  const acquire = (lock: Gate): Operation => new Operation("acquire lock", lock, "write", lock);
  const log: string[] = [];
  function* body(name: string, first: Gate, second: Gate): Body {
    for (const lock of [first, second]) {
      yield acquire(lock);
      kernel.close(lock);
      lock.owner = kernel.thread;
    }
    log.push(name);
    for (const lock of [second, first]) {
      lock.owner = null;
      kernel.open(lock);
    }
  }
  kernel.prime(kernel.spawn(body("A", a, b), "A"));
  kernel.prime(kernel.spawn(body("B", b, a), "B"));
  return () => log.join();
};
