/** contextvars by itself: tokens, copy_context, Context.run, and their errors. */
import { builtins, contextvars, except, print, type Blocking } from "interloop";

const VARIABLE = new contextvars.ContextVar<string>("VARIABLE");

function inside(): string {
  const before = VARIABLE.get("unset");
  VARIABLE.set("inside");
  return before;
}

export default function* program(): Blocking<void> {
  try {
    VARIABLE.get();
  } catch (thrown) {
    except(thrown, builtins.LookupError);
    yield* print("get: LookupError");
  }
  yield* print("get with a default:", VARIABLE.get("fallback"));
  const first = VARIABLE.set("one");
  const second = VARIABLE.set("two");
  yield* print("old value:", second.old_value, first.old_value === contextvars.Token.MISSING);
  VARIABLE.reset(second);
  yield* print("after reset:", VARIABLE.get());
  const context = contextvars.copy_context();
  yield* print("in a copy:", context.run(inside), context.get(VARIABLE), context.size, context.has(VARIABLE));
  yield* print("outside:", VARIABLE.get());
  try {
    VARIABLE.reset(second);
  } catch (thrown) {
    except(thrown, builtins.RuntimeError);
    yield* print("reset twice: RuntimeError");
  }
  try {
    context.run(() => {
      VARIABLE.reset(first);
    });
  } catch (thrown) {
    except(thrown, builtins.ValueError);
    yield* print("reset in another context: ValueError");
  }
  try {
    context.run(() => context.run(inside));
  } catch (thrown) {
    except(thrown, builtins.RuntimeError);
    yield* print("entered twice: RuntimeError");
  }
}
