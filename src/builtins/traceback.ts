/**
 * The text that Python prints of an exception, as its `traceback` module and its `sys.excepthook` write it.
 *
 * The text is canonical: the lines of the frames (`  File "…", line 1, in f` and the source below) are left out, the header
 * `Traceback (most recent call last):` is kept. As in Python, only an exception that has been raised has a header: see
 * `mark_raised`.
 *
 * What is no Python exception (an error of JavaScript) prints as `JSError: TypeError: x is not a function`.
 */
import { BaseException } from "./base_exceptions.js";
import { type Linked, link_exceptions, MAX_GROUP_DEPTH, MAX_GROUP_WIDTH } from "./exception_chain.js";
import { type BaseExceptionGroup, is_group } from "./exception_group.js";
import type { Profile } from "../interpreter/profile.js";
import { interpreter } from "../interpreter/state.js";
import { class_of, class_path, qualname_of } from "./names.js";
import { repr, str } from "./object_repr.js";

/**
 * Who prints: the functions of the `traceback` module, which loggers use too; or `sys.excepthook`, which prints what ends
 * the main thread or another one. They differ a little up to 3.12.
 */
export type Printer = "traceback" | "excepthook";

/** How the texts differ by version and printer. */
interface Style {
  /** Exception groups are drawn, and notes printed. */
  readonly groups: boolean;
  /** The name of the class, with its module. */
  readonly name: (cls: object) => string;
  /** What stands for the text of an exception whose `__str__` fails. */
  readonly broken: (name: string) => string;
  /** Whether the second line of a message, too, gets the bars of the groups around it. */
  readonly bars_everywhere: boolean;
  /** Whether a group that is printed before the last member of another one takes that one's closing line. */
  readonly one_closing: boolean;
}

const HEADER = "Traceback (most recent call last):";
const CAUSE = "The above exception was the direct cause of the following exception:";
const CONTEXT = "During handling of the above exception, another exception occurred:";

/**
 * Python's `"".join(traceback.format_exception(e))`, without the lines of the frames.
 *
 * @param thrown - the exception, or anything else that was thrown
 * @param profile - the version to imitate; that of the run unless told
 * @param printer - who prints
 * @returns lines, each ending in a newline
 */
export function format_exception(
  thrown: unknown,
  profile: Profile = interpreter().profile,
  printer: Printer = "traceback",
): string {
  if (!(thrown instanceof BaseException)) return `${HEADER}\n${foreign_text(thrown)}\n`;
  const style = style_of(profile, printer);
  const drawing = new Drawing(style);
  drawing.draw(link_exceptions(thrown, style.groups, printer === "excepthook" && !profile.hookUsesTraceback));
  return drawing.text;
}

/**
 * Python's `"".join(traceback.format_exception_only(e))`: the last line of a traceback, and the notes.
 *
 * @param thrown - the exception, or anything else that was thrown
 * @param profile - the version to imitate; that of the run unless told
 * @param printer - who prints
 * @returns lines, each ending in a newline
 */
export function format_exception_only(
  thrown: unknown,
  profile: Profile = interpreter().profile,
  printer: Printer = "traceback",
): string {
  if (!(thrown instanceof BaseException)) return `${foreign_text(thrown)}\n`;
  return last_lines(thrown, style_of(profile, printer)).join("\n") + "\n";
}

function style_of(profile: Profile, printer: Printer): Style {
  const hook = printer === "excepthook";
  const bare = hook && !profile.hookLeavesOutMain ? ["builtins"] : ["builtins", "__main__"];
  const whole = !hook || profile.hookUsesTraceback;
  return {
    groups: profile.exceptionGroups,
    // Where it knows no qualified names, the hook leaves out the class or function in which a class is defined.
    name: (cls) =>
      hook && !profile.hookQualifiesNames
        ? class_path(cls, bare).replace(qualname_of(cls), last_name(cls))
        : class_path(cls, bare),
    broken: (name) => (hook || profile.brokenTextsAlike ? "<exception str() failed>" : `<unprintable ${name} object>`),
    bars_everywhere: whole,
    one_closing: whole,
  };
}

function last_name(cls: object): string {
  return qualname_of(cls).replace(/^.*\./, "");
}

/** The text of what is no Python exception. */
function foreign_text(thrown: unknown): string {
  return `JSError: ${thrown instanceof Error ? String(thrown) : `${repr(thrown)} was thrown, which is no exception`}`;
}

/** The class and the message, which may have several lines, then the notes. */
function last_lines(e: BaseException, style: Style): string[] {
  const name = style.name(class_of(e));
  const message = text_of(e, () => style.broken(e.name));
  const text = message === "" ? name : `${name}: ${message}`;
  const lines = style.bars_everywhere ? text.split("\n") : [text];
  if (style.groups) for (const note of notes_of(e)) lines.push(...note.split("\n"));
  return lines;
}

/** Python's `str` of a value whose `__str__` may raise. */
function text_of(value: unknown, broken: () => string): string {
  try {
    return str(value);
  } catch {
    return broken();
  }
}

/** The texts of the notes; what a program puts in place of the list is printed whole. */
function notes_of(e: BaseException): string[] {
  const notes: unknown = e.__notes__ ?? [];
  if (!Array.isArray(notes)) return [repr(notes)];
  return notes.map((note: unknown) => text_of(note, () => "<note str() failed>"));
}

/** Draws one traceback, line by line, with the bars of exception groups before the lines. */
class Drawing {
  text = "";
  /** How many groups are open. */
  #depth = 0;
  /** Whether the last member of the innermost group is being drawn and its closing line is still to come. */
  #unclosed = false;
  readonly #style: Style;

  constructor(style: Style) {
    this.#style = style;
  }

  /** Draws an exception after all the exceptions that led to it. */
  draw({ e, before, link, members }: Linked): void {
    if (before !== null) {
      const unclosed = this.#unclosed;
      this.draw(before);
      if (!this.#style.one_closing) this.#unclosed = unclosed;
      this.#lines(["", link === "cause" ? CAUSE : CONTEXT, ""]);
    }
    if (this.#style.groups && is_group(e)) {
      this.#group(e, members);
    } else {
      if (e.__traceback__ !== null) this.#lines([HEADER]);
      this.#lines(last_lines(e, this.#style));
    }
  }

  #indent(): string {
    return "  ".repeat(this.#depth);
  }

  #lines(lines: readonly string[], bar = "| "): void {
    const prefix = this.#depth === 0 ? "" : this.#indent() + bar;
    for (const line of lines) this.text += `${prefix}${line}\n`;
  }

  #group(group: BaseExceptionGroup, members: readonly Linked[]): void {
    if (this.#depth > MAX_GROUP_DEPTH) {
      this.#lines([`... (max_group_depth is ${MAX_GROUP_DEPTH})`]);
      return;
    }
    const outermost = this.#depth === 0;
    if (outermost) this.#depth = 1;
    if (group.__traceback__ !== null) this.#lines([`Exception Group ${HEADER}`], outermost ? "+ " : "| ");
    this.#lines(last_lines(group, this.#style));
    this.#rows(members.slice(0, MAX_GROUP_WIDTH), group.exceptions.length - MAX_GROUP_WIDTH);
    if (outermost) this.#depth = 0;
  }

  /** The members, and a last row for those left out. Only the innermost of the groups that end here gets a closing line. */
  #rows(members: readonly Linked[], omitted: number): void {
    const last = members.length - (omitted > 0 ? 0 : 1);
    members.forEach((member, index) => {
      this.#row(String(index + 1), index === 0, index === last, () => {
        this.draw(member);
      });
    });
    if (omitted > 0) {
      this.#row("...", false, true, () => {
        this.#lines([`and ${omitted} more exception${omitted === 1 ? "" : "s"}`]);
      });
    }
  }

  #row(title: string, first: boolean, last: boolean, draw: () => void): void {
    if (last) this.#unclosed = true;
    this.text += `${this.#indent()}${first ? "+-" : "  "}+---------------- ${title} ----------------\n`;
    this.#depth += 1;
    draw();
    if (last && this.#unclosed) {
      this.text += `${this.#indent()}+------------------------------------\n`;
      this.#unclosed = false;
    }
    this.#depth -= 1;
  }
}
