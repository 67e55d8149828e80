/**
 * What of `interloop` has to be driven with `yield*`, for the lint, which sees no types. A spec compares these tables with
 * what the compiler sees.
 */

/** Functions, by the path under which a scenario reaches them. */
export const drivenFunctions: readonly string[] = [
  "asyncio.run",
  "asyncio.run_coroutine_threadsafe",
  "asyncio.sleep",
  "asyncio.wait_for",
  "builtins.print",
  "builtins.print_kw",
  "print",
  "print_kw",
  "threading.excepthook",
  "time.sleep",
  "time.work",
  "waitAt",
];

/** Methods, by the path of their class. */
export const drivenMethods: Readonly<Record<string, readonly string[]>> = {
  "asyncio.AbstractEventLoop": [
    "call_exception_handler",
    "call_soon_threadsafe",
    "call_soon_threadsafe_kw",
    "close",
    "default_exception_handler",
    "run_forever",
    "run_until_complete",
    "shutdown_asyncgens",
    "shutdown_default_executor",
  ],
  "asyncio.Runner": ["close", "run", "with"],
  "asyncio.Timeout": ["with"],
  "concurrent.futures.Future": [
    "add_done_callback",
    "cancel",
    "cancelled",
    "done",
    "exception",
    "result",
    "running",
    "set_exception",
    "set_result",
    "set_running_or_notify_cancel",
  ],
  "threading.Condition": ["acquire", "notify", "notify_all", "release", "wait", "wait_for", "with"],
  "threading.Event": ["clear", "is_set", "set", "wait"],
  "threading.Lock": ["acquire", "locked", "release", "take", "with"],
  "threading.RLock": ["acquire", "release", "take", "with"],
  "threading.Thread": ["is_alive", "join", "run", "start"],
};

/** Functions that return an object of such a class; of a driven one, what `yield*` gives. */
export const makers: Readonly<Record<string, string>> = {
  "asyncio.get_event_loop": "asyncio.AbstractEventLoop",
  "asyncio.get_running_loop": "asyncio.AbstractEventLoop",
  "asyncio.new_event_loop": "asyncio.AbstractEventLoop",
  "asyncio.run_coroutine_threadsafe": "concurrent.futures.Future",
  "asyncio.timeout": "asyncio.Timeout",
  "asyncio.timeout_at": "asyncio.Timeout",
  "threading.current_thread": "threading.Thread",
  "threading.main_thread": "threading.Thread",
};
