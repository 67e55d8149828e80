/** `npm run names:record` asks every reference interpreter for its public names and writes `names.json`. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "interloop";
import { findInterpreters, findPyodide } from "interloop/bridge";
import { loadPyodide } from "pyodide";

/** Module, then name, then whether the module lists it, and its members. */
type Names = Readonly<
  Record<string, Readonly<Record<string, { readonly listed: boolean; readonly members: readonly string[] }>>>
>;

/** What depends on the platform is not in a build for the web, and the same in 3.14 as in 3.13 elsewhere. */
const platform: readonly string[] = ["get_native_id", "native_id", "open_unix_connection", "start_unix_server"];

const program = join(import.meta.dirname, "names.py");

/** What the interpreter at a path prints; it runs elsewhere, where no file here hides a module of Python's. */
function ask(path: string): Names {
  return JSON.parse(execFileSync(path, ["-I", program], { cwd: "/", encoding: "utf8" })) as Names;
}

async function askPyodide(): Promise<Names> {
  let printed = "";
  const python = await loadPyodide({
    stdout: (text) => {
      printed += text;
    },
    stderr: () => undefined,
  });
  python.runPython(readFileSync(program, "utf8"));
  return JSON.parse(printed) as Names;
}

const known: readonly string[] = versions;
const candidates = [...(await findInterpreters()), findPyodide(process.cwd())].filter((one) => one !== undefined);
const found = candidates.filter(({ version }) => known.includes(version));
const missing = known.filter((version) => !found.some((interpreter) => interpreter.version === version));
if (missing.length > 0) throw new Error(`no interpreter was found of ${missing.join(", ")}`);
const answers = new Map<string, Names>();
for (const { version, path, embedded } of found)
  answers.set(version, embedded === true ? await askPyodide() : ask(path));

/** What a version has of a module. */
function namesOf(version: string, module: string): Names[string] {
  const own = answers.get(version)?.[module] ?? {};
  const before = answers.get("3.13.0")?.[module] ?? {};
  if (version !== "3.14.2") return own;
  const added = Object.entries(before).filter(([name]) => platform.includes(name));
  const whole = { ...own, ...Object.fromEntries(added) };
  return Object.fromEntries(
    Object.entries(whole).map(([name, { listed, members }]) => {
      const more = (before[name]?.members ?? []).filter((member) => platform.includes(member));
      return [name, { listed, members: [...new Set([...members, ...more])].sort() }];
    }),
  );
}

/** The names that the last version lists, each with the versions that have it; and so its members. */
function tableOf(module: string): object {
  const names = namesOf("3.14.2", module);
  const rows = Object.keys(names).filter((name) => names[name]?.listed);
  return Object.fromEntries(
    rows.sort().map((name) => {
      const having = (test: (members: readonly string[]) => boolean): string[] =>
        known.filter((version) => {
          const there = namesOf(version, module)[name];
          return there !== undefined && test(there.members);
        });
      const members = (names[name]?.members ?? []).map((member) => [member, having((there) => there.includes(member))]);
      return [name, { versions: having(() => true), members: Object.fromEntries(members) as object }];
    }),
  );
}

/** A build for the web has no interpreters beside the first. */
const elsewhere: Readonly<Record<string, object>> = {
  "concurrent.futures": { InterpreterPoolExecutor: { versions: ["3.14.2"], members: {} } },
};

const modules = Object.keys(answers.get("3.14.2") ?? {});
const table = Object.fromEntries(modules.map((module) => [module, { ...tableOf(module), ...elsewhere[module] }]));
writeFileSync(join(import.meta.dirname, "names.json"), `${JSON.stringify(table, null, 1)}\n`);
process.stdout.write(`${String(Object.values(table).flatMap((names) => Object.keys(names)).length)} names\n`);
