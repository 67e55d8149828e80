/** Executables that say they are a Python, in a folder of their own. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export class Fakes {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "interloop-python-")));

  /** Writes an executable. @returns its path */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, 0o755);
    return path;
  }

  /** Writes an executable that says what it is as the real one with these properties would. @returns its path */
  python(name: string, version: string, implementation = "cpython", gil = "gil"): string {
    const lines = ["interloop", implementation, version, gil, join(this.folder, name)];
    return this.write(name, `#!/bin/sh\nprintf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")}\n`);
  }

  /** Writes an executable that runs a script of Node, whatever arguments it is given. @returns its path */
  node(name: string, script: string): string {
    const file = this.write(`${name}.cjs`, script);
    return this.write(name, `#!/bin/sh\nexec '${process.execPath}' '${file}'\n`);
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
