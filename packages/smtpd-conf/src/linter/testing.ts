import { expect } from "vitest";
import { tableFilesOf } from "../model/testing.ts";
import { applyEdits } from "./apply-edits.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type LintInput, lint } from "./lint.ts";
import type { FileProblem, Machine } from "./machine.ts";
import type { GivenOptions } from "./rule-options.ts";

/** How a test lints: what `lint` takes, included files and the files of tables by their path, rules that run too, and options. */
type LintOptions = Omit<LintInput, "path" | "text" | "files" | "tableFiles" | "rules"> & {
  readonly files?: Readonly<Record<string, string>>;
  readonly enable?: readonly string[];
  /** What options of the rule are set to. */
  readonly given?: GivenOptions;
};

const path = "smtpd.conf";

/**
 * Expects a check or rule to report exactly the ranges between `<|` and `|>`, in the file and in the `files` that it
 * names. What others report does not count. No character needs escaping.
 */
export function expectMarked(code: string, textWithMarks: string, options: LintOptions = {}): void {
  const marked = { ...options.files, [path]: textWithMarks };
  const texts = mapValues(marked, withoutMarks);
  const found = diagnosticsOf(code, texts[path] ?? "", { ...options, files: texts });
  const reported = mapValues(texts, (text, name) => withMarks(text, spansIn(found, name)));
  expect(reported).toEqual(marked);
}

/** Expects a check to have nothing to say of a text. */
export function expectSilent(code: string, text: string, options: LintOptions = {}): void {
  expectMarked(code, text, options);
}

/** Expects the first finding of a check to say this; what is left out of `expected` may be anything. */
export function expectMessage(
  code: string,
  text: string,
  expected: { readonly message?: string; readonly help?: string | undefined },
  options: LintOptions = {},
): void {
  const { message, help } = firstDiagnostic(code, text, options);
  expect({ message, help }).toMatchObject(expected);
}

/** Expects the first finding of a check to point at the other places between `<|` and `|>`. */
export function expectRelated(code: string, textWithMarks: string, options: LintOptions = {}): void {
  const text = withoutMarks(textWithMarks);
  const { related } = firstDiagnostic(code, text, options);
  expect(withMarks(text, spansIn(related, path))).toBe(textWithMarks);
}

/** Expects the first fix of the first finding to make `fixedText` of the text, and the check to be silent then. */
export function expectFixed(code: string, text: string, fixedText: string, options: LintOptions = {}): void {
  const [fix] = firstDiagnostic(code, text, options).fixes;
  if (fix === undefined) throw new Error(`${code} offers no fix`);
  expect(applyEdits(text, fix.edits)).toBe(fixedText);
  expectSilent(code, fixedText, options);
}

/** Expects a check to report something that it cannot mend by itself. */
export function expectNoFix(code: string, text: string, options: LintOptions = {}): void {
  expect(firstDiagnostic(code, text, options).fixes).toEqual([]);
}

/** The findings of one check, in order. */
function diagnosticsOf(code: string, text: string, options: LintOptions = {}): readonly Diagnostic[] {
  const included = options.files ?? {};
  const files: LintInput["files"] = {
    read: (name) => {
      const content = included[name];
      if (content === undefined) return { kind: "failed", reason: "missing" };
      return { kind: "file", text: content, encoding: options.encoding ?? "utf8" };
    },
  };
  const tableFiles = options.files && tableFilesOf(options.files);
  const { enable = [], given } = options;
  const rules = { preset: "none", enable: [code, ...enable], ...(given && { options: { [code]: given } }) } as const;
  const { diagnostics } = lint({ ...options, path, text, files, tableFiles, rules });
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}

function firstDiagnostic(code: string, text: string, options: LintOptions): Diagnostic {
  const [first] = diagnosticsOf(code, text, options);
  if (first === undefined) throw new Error(`${code} is not reported`);
  return first;
}

type Range = readonly [start: number, end: number];

function spansIn(found: readonly Pick<Diagnostic, "span">[], file: string): Range[] {
  const inside = found.filter(({ span }) => span.source.path === file);
  return inside.map(({ span: { source, start, end } }) => {
    const offset = source.part?.offset ?? 0;
    return [offset + start, offset + end];
  });
}

/** The text without marks. `<|>` opens a range that begins with `>`; within a range it is a `<` and the end. */
function withoutMarks(text: string): string {
  let depth = 0;
  return text.replace(/<\|>?|\|>/g, (mark) => {
    const closes = mark === "|>" || (mark === "<|>" && depth > 0);
    depth += closes ? -1 : 1;
    if (mark === "<|>") return closes ? "<" : ">";
    return "";
  });
}

/** The text with marks around the ranges. Where two marks meet, the one that closes goes first. */
function withMarks(text: string, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(([start, end]) => [
    { at: start, mark: "<|" },
    { at: end, mark: "|>" },
  ]);
  let [result, from] = ["", 0];
  for (const { at, mark } of marks.toSorted((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

function mapValues(record: Readonly<Record<string, string>>, map: (value: string, key: string) => string) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** A machine that smtpd finds everything on, but for the problems with these files, by path or by `use path`. */
export function machineWith(problems: Readonly<Record<string, FileProblem>>, answers: Partial<Machine> = {}): Machine {
  return {
    resolves: () => true,
    hasService: () => true,
    hasTableProgram: () => true,
    fileProblem: (file, use) => problems[`${use} ${file}`] ?? problems[file],
    ...answers,
  };
}
