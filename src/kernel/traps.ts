/**
 * What may cross the border between a thread and the kernel. A thread yields an {@link Operation} and is answered with nothing:
 * when it is resumed, its gate is open or its deadline has passed, and it does the operation itself.
 */
import type { Operation } from "./operation.js";

/** What a thread may yield. */
export type Syscall = Operation;

/** A plain `def`: it may stop its OS thread; it cannot suspend a task. */
export type Blocking<T> = Generator<Syscall, T, unknown>;
