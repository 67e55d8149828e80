/** contextvars: a context as a mapping, the texts of all errors, reprs, and what a block in a context leaves behind. */
import { builtins, contextvars, except, print, repr, type Blocking } from "interloop";

const { eq, Exception, ValueError } = builtins;

const VARIABLE = new contextvars.ContextVar<unknown>("variable");
const DEFAULT = new contextvars.ContextVar<unknown>("default", { default: [1] });
const OTHER = new contextvars.ContextVar<unknown>("other");

function* show(value: unknown): Blocking<void> {
  yield* print(repr(value).replace(/0x[0-9a-f]+/g, "0x.."));
}

function* attempt(fn: () => unknown): Blocking<void> {
  try {
    yield* show(fn());
  } catch (thrown) {
    yield* show(except(thrown, Exception));
  }
}

function raises(): void {
  VARIABLE.set("raised");
  throw new ValueError("after set");
}

export default function* program(): Blocking<void> {
  for (const value of [VARIABLE, DEFAULT, contextvars.Token.MISSING, VARIABLE.name]) yield* show(value);
  yield* attempt(() => VARIABLE.get());
  yield* attempt(() => VARIABLE.get(null));
  yield* attempt(() => DEFAULT.get());
  yield* attempt(() => DEFAULT.get(2));
  const token = VARIABLE.set(1);
  for (const value of [token, token.var === VARIABLE, token.old_value]) yield* show(value);
  const context = contextvars.copy_context();
  yield* show(context);
  for (const value of [context.size, context.has(VARIABLE), context.has(OTHER)]) yield* show(value);
  for (const value of [context.__getitem__(VARIABLE), context.get(OTHER)]) yield* show(value);
  yield* attempt(() => context.__getitem__(OTHER));
  yield* attempt(() => context.__getitem__("variable" as never));
  yield* attempt(() => context.has("variable" as never));
  yield* attempt(() => context.get("variable" as never));
  yield* attempt(() => context.get(OTHER, 5));
  yield* show([context.values(), context.items().map(([, value]) => value), eq(context.keys(), [VARIABLE])]);
  const others = [contextvars.copy_context(), new contextvars.Context(), 3, context.copy()];
  yield* show(others.map((other) => eq(context, other)));
  yield* attempt(() => context.run(() => context.run(repr, 1)));
  yield* attempt(() => {
    context.run(raises);
  });
  yield* show([context.__getitem__(VARIABLE), VARIABLE.get()]);
  const reset = (): void => {
    VARIABLE.reset(token);
  };
  yield* attempt(reset);
  yield* attempt(reset);
  yield* show(token);
  yield* attempt(() => VARIABLE.get());
  yield* attempt(() => {
    OTHER.reset(VARIABLE.set(3));
  });
  const outer = VARIABLE.set(4);
  yield* attempt(() => {
    context.run(() => {
      VARIABLE.reset(outer);
    });
  });
  yield* attempt(() => {
    VARIABLE.reset(3 as never);
  });
  yield* attempt(() => new contextvars.ContextVar(3 as never));
}
