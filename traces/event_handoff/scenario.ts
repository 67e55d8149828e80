/** Two threads take turns through two events: a fixed order without any sleeping. */
import { print, threading, type Blocking } from "interloop";

function* player(name: string, mine: threading.Event, other: threading.Event): Blocking<void> {
  for (let number = 0; number < 3; number++) {
    yield* mine.wait();
    yield* mine.clear();
    yield* print(name, number);
    yield* other.set();
  }
}

export default function* program(): Blocking<void> {
  const [ping, pong] = [new threading.Event(), new threading.Event()];
  const threads = [
    new threading.Thread({ target: player, args: ["ping", ping, pong] }),
    new threading.Thread({ target: player, args: ["pong", pong, ping] }),
  ];
  for (const thread of threads) yield* thread.start();
  yield* ping.set();
  for (const thread of threads) yield* thread.join();
}
