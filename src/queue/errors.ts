/** What queues raise. */
import { Exception } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/repr.js";

/** There is nothing to get. */
export class Empty extends Exception {}
/** There is no room. */
export class Full extends Exception {}
/** The queue was shut down (3.13 and later). */
export class ShutDown extends Exception {}

define_classes("_queue", { Empty });
define_classes("queue", { Full, ShutDown });
