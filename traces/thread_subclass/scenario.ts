/** A subclass of Thread overrides run; the base class's run calls the target once, and then forgets it. */
import { builtins, except, print, threading, type Blocking } from "interloop";

class Worker extends threading.Thread {
  result: number | null = null;

  constructor(readonly number: number) {
    super({ name: `worker ${String(number)}`, daemon: false });
  }

  override *run(): Blocking<void> {
    this.result = this.number * 2;
    const alive = yield* this.is_alive();
    yield* print(threading.current_thread() === this, alive, this.ident === threading.get_ident());
  }
}

class Twice extends threading.Thread<[string], Blocking<void>> {
  override *run(): Blocking<void> {
    yield* super.run();
    try {
      yield* super.run();
    } catch (thrown) {
      except(thrown, builtins.AttributeError);
      yield* print("forgotten");
    }
  }
}

export default function* program(): Blocking<void> {
  const worker = new Worker(21);
  yield* print(worker.result, yield* worker.is_alive(), worker.ident);
  yield* worker.start();
  yield* worker.join();
  yield* print(worker.result, yield* worker.is_alive(), worker.ident !== null, worker.name);
  const thread = new Twice({ target: print, args: ["called"] });
  yield* print(thread.name);
  yield* thread.start();
  yield* thread.join();
  const plain = new threading.Thread({ target: print, args: ["in the main thread"] });
  yield* plain.run();
  yield* print(yield* plain.is_alive(), plain.ident);
}
