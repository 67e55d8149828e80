/** Writes the files that a user names. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../kernel/errors.js";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be written",
  EISDIR: "it is a folder; name a file",
  ENOENT: "there is no such folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "what stands before its name is no folder",
  EPERM: "it may not be written",
  EROFS: "the disk may only be read",
};

/**
 * Writes a text.
 * @param option the option that named the file
 * @throws UsageError `--trace out/x.jsonl: there is no such folder`
 */
export function writeText(option: string, file: string, cwd: string, text: string): void {
  try {
    writeFileSync(resolve(cwd, file), text);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${option} ${file}: cannot be written: ${reasons[code] ?? message}`);
  }
}
