import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { parseRelease, type Release } from "../packages/smtpd-conf/src/language/releases.ts";
import type { Diagnostic } from "../packages/smtpd-conf/src/linter/diagnostic.ts";
import { lint } from "../packages/smtpd-conf/src/linter/lint.ts";
import { print } from "../packages/smtpd-conf/src/parser/ast/print.ts";
import type { Configuration } from "../packages/smtpd-conf/src/parser/configuration.ts";
import type { FileContent } from "../packages/smtpd-conf/src/parser/files.ts";
import { parseConfiguration } from "../packages/smtpd-conf/src/parser/parse-configuration.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";
import type { Span } from "../packages/smtpd-conf/src/parser/source.ts";
import { type GrammarCase, readCases, writeCases } from "./grammar/read-cases.ts";
import { showTree } from "./grammar/show-tree.ts";

const folder = new URL("./grammar/", import.meta.url).pathname;
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** `UPDATE_GRAMMAR=1` writes what comes out into the files: read the difference before you keep it. */
const update = process.env["UPDATE_GRAMMAR"] === "1";

function inputOf({ text, files: included, options }: GrammarCase): ParseInput {
  const read = (path: string): FileContent => {
    const content = included[path];
    if (content === undefined) return { kind: "failed", reason: "missing" };
    return { kind: "file", text: content, encoding: "utf8" };
  };
  return { path: "smtpd.conf", text, files: { read }, target: targetOf(options), definitions: options.get("define") };
}

function targetOf(options: GrammarCase["options"]): Release | undefined {
  const [name] = options.get("target") ?? [];
  return name === undefined ? undefined : parseRelease(name);
}

/** What comes of a case: the tree, then what is wrong with the text. */
function outcome(given: GrammarCase): string {
  const configuration = parseConfiguration(inputOf(given));
  const tree = showTree(configuration, given.options.has("expected"));
  const messages = given.options.has("messages") ? messagesOf(given) : lexicalErrorsOf(configuration);
  return [tree, ...messages].filter((line) => line !== "").join("\n");
}

function lexicalErrorsOf({ lexicalErrors }: Configuration): string[] {
  return lexicalErrors.map(({ kind, span, value }) => `! ${kind} ${placeOf(span)} ${value}`.trimEnd());
}

/** What our checks say, without the verdict on the whole file that a case of one line always gets. */
function messagesOf(given: GrammarCase): string[] {
  const { diagnostics } = lint(inputOf(given));
  return diagnostics.filter(({ kind, code }) => kind === "check" && code !== "no-rules").map(showDiagnostic);
}

function showDiagnostic({ code, span, related }: Diagnostic): string {
  return [`! ${code} ${placeOf(span)}`, ...related.map((one) => `(see ${placeOf(one.span)})`)].join(" ");
}

/** `line:column-line:column`, from 1; the file where it is an included one. */
function placeOf({ source, start, end }: Span): string {
  const file = source.path === "smtpd.conf" ? "" : `${source.path}:`;
  return `${file}${position(source.text, start)}-${position(source.text, end)}`;
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

if (update) {
  for (const name of files) {
    const cases = readCases(readFileSync(folder + name, "utf8"));
    writeFileSync(folder + name, writeCases(cases.map((one) => ({ ...one, expected: outcome(one) }))));
  }
}

describe.each(files)("%s", (name) => {
  const file = readFileSync(folder + name, "utf8");
  const cases = readCases(file);

  test.each(cases.map((one) => [one.title, one] as const))("%s", (_title, given) => {
    expect(outcome(given)).toBe(given.expected);
    const configuration = parseConfiguration(inputOf(given));
    for (const source of configuration.sources) expect(print(configuration, source)).toBe(source.text);
  });

  test("is written as the tool writes it, and no title stands twice", () => {
    expect(writeCases(cases)).toBe(file);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    expect(basename(name)).toMatch(/^[a-z-]+\.txt$/);
  });
});
