import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseRelease, type Release } from "../packages/smtpd-conf/src/language/releases.ts";
import { type LintResult, lint } from "../packages/smtpd-conf/src/linter/lint.ts";
import type { Machine } from "../packages/smtpd-conf/src/linter/machine.ts";
import { print } from "../packages/smtpd-conf/src/parser/ast/print.ts";
import type { ParseInput } from "../packages/smtpd-conf/src/parser/parse-input.ts";
import { corpusFolder, hasCorpus, readPublic } from "./corpus/public-configurations.ts";

/** What one release says of one file; `line` is that of the first message, where it has one. */
interface Answer {
  readonly file: string;
  readonly release: string;
  readonly target: Release;
  readonly verdict: string;
  readonly message: string;
  readonly line: number | undefined;
}

/** The columns of the table are: file, then verdict and first message of one release after the other. */
function readAnswers(): Answer[] {
  const [head = [], ...rows] = readTable("verdicts.tsv");
  return rows.flatMap((row) =>
    head.flatMap((release, column) => {
      const target = parseRelease(release);
      return target === undefined ? [] : [answerFrom(row, column, release, target)];
    }),
  );
}

function answerFrom(row: readonly string[], column: number, release: string, target: Release): Answer {
  const [file = ""] = row;
  const message = row[column + 1] ?? "";
  const line = /^(\d+): /.exec(message)?.[1];
  const verdict = row[column] ?? "";
  return { file, release, target, verdict, message, line: line === undefined ? undefined : Number(line) };
}

/** The cells of a table beside the configurations, row by row. */
function readTable(name: string): string[][] {
  const lines = readPublic(name).trimEnd().split("\n");
  return lines.map((line) => line.split("\t"));
}

/**
 * The machine that the answers come from: every file was there, every interface was `lo`, and addresses stood for
 * themselves, so what begins with a digit and is no address was not found.
 */
const machine: Machine = {
  resolves: (address) => !/^\d/.test(address) || /^\d+(\.\d+){3}$/.test(address),
  hasService: () => true,
  hasTableProgram: () => true,
  fileProblem: () => undefined,
};

/** Interfaces that a file takes from its template: a macro of its own without a definition. They, too, became `lo`. */
const interfaces: Readonly<Record<string, string>> = { "template/unknown__62487467043__1.conf": "BRGEN_IP=lo" };

function inputOf(file: string, target?: Release): ParseInput {
  const definition = interfaces[file];
  return {
    path: file,
    ...readText(file),
    target,
    definitions: definition === undefined ? [] : [definition],
    files: { read: () => ({ kind: "file", text: "", encoding: "utf8" }) },
  };
}

function readText(file: string): Pick<ParseInput, "text" | "encoding"> {
  const bytes = readFileSync(`${corpusFolder}${file}`);
  const text = bytes.toString("utf8");
  const isUtf8 = Buffer.from(text, "utf8").equals(bytes);
  return isUtf8 ? { text, encoding: "utf8" } : { text: bytes.toString("latin1"), encoding: "latin1" };
}

/** The line of our first finding that smtpd refuses the file for. */
function firstLine({ diagnostics }: LintResult): number | undefined {
  const first = diagnostics.find(({ kind }) => kind === "check");
  return first?.span.source.text.slice(0, first.span.start).split("\n").length;
}

/** The files whose first error stands on another line than smtpd's, with the reason. */
const otherLines: Readonly<Record<string, string>> = {
  "legacy/OpenSMTPD__OpenSMTPD__46.conf":
    "smtpd misses the file of a table, whose name ends with a stray quote: a matter of the machine; the text is wrong further down",
  "modern/FiroSolutions__cve-2020-7247-exploit__1.conf":
    "smtpd names the line that a backslash with blanks behind it fails to join; the backslash is on the line above",
};

/** Prints a difference, and says whether it is one that we know. */
function explain(what: string, { file, release, message }: Answer, found: string, reasons: typeof otherLines): boolean {
  console.log(
    `${what} of ${file} for ${release}: ${message || "accepted"}, we say ${found}; ${reasons[file] ?? "why?"}`,
  );
  return reasons[file] !== undefined;
}

describe.skipIf(!hasCorpus)("the public configurations", () => {
  const answers = hasCorpus ? readAnswers() : [];
  const files = hasCorpus
    ? readTable("MANIFEST.tsv")
        .slice(1)
        .map(([file = ""]) => file)
    : [];
  const results = answers.map(
    (answer) => [answer, lint({ ...inputOf(answer.file, answer.target), machine, rules: { preset: "none" } })] as const,
  );

  test("are read, and come back byte for byte", () => {
    expect(files.length).toBeGreaterThan(300);
    for (const file of files) {
      const { configuration } = lint(inputOf(file));
      for (const source of configuration.sources) expect(print(configuration, source), file).toBe(source.text);
    }
  });

  test("get smtpd's verdict of each of five releases", () => {
    const different = results.filter(([answer, { verdict }]) => verdict !== answer.verdict);
    const unexplained = different.filter(([answer, { verdict }]) => !explain("verdict", answer, verdict, {}));
    console.log(
      `${results.length} verdicts: ${results.length - different.length} equal, ${different.length} different`,
    );
    expect(new Set(answers.map(({ release }) => release)).size).toBe(5);
    expect(unexplained.map(([{ file, release }]) => `${file} ${release}`)).toEqual([]);
  });

  test.each(["modern", "legacy", "preview", "template"])("have their first error on smtpd's line: %s", (era) => {
    const placed = results.filter(([{ file, line }]) => file.startsWith(`${era}/`) && line !== undefined);
    const different = placed.filter(([{ line }, result]) => firstLine(result) !== line);
    const unexplained = different.filter(([answer, result]) => {
      return !explain("first error", answer, `line ${firstLine(result)}`, otherLines);
    });
    console.log(
      `${era}: ${placed.length} first errors with a line, ${placed.length - different.length} on the same line`,
    );
    expect(placed.length).toBeGreaterThanOrEqual(50);
    expect(unexplained.map(([{ file, release }]) => `${file} ${release}`)).toEqual([]);
  });

  test("of the grammar before 6.4 get one finding that says so", () => {
    const legacy = results.filter(([{ file }]) => file.startsWith("legacy/"));
    expect(legacy.length).toBeGreaterThan(400);
    for (const [{ file }, { diagnostics }] of legacy) {
      expect(diagnostics.filter(({ kind }) => kind === "check").length, file).toBe(1);
    }
  });
});
