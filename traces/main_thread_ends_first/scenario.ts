/** main ends while another thread's loop still runs: the process lives as long as that loop. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* asyncio.sleep(0.1);
  yield* print("worker ends; main thread alive:", yield* threading.main_thread().is_alive());
  asyncio.get_running_loop().stop();
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* new threading.Thread({ target: loop.run_forever }).start();
  yield* print("main ends");
}
