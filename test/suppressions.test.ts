import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type LintInput, lint, type Source, suppressionFix } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { parsePage } from "./docs/page.ts";
import { anyInput } from "./properties/arbitraries.ts";
import { propertyRuns } from "./properties/property-runs.ts";
import { validFile } from "./properties/valid-file.ts";

const numRuns = propertyRuns(1500, 10) / 10;

type Result = ReturnType<typeof lint>;

/** A configuration before and after every finding of a rule was silenced with a comment. */
interface Silenced {
  readonly before: Result;
  readonly after: Result;
  readonly added: number;
}

/** Silences the findings of all rules one after the other, in the file and in those that it includes. */
function silenceAll(input: LintInput): Silenced {
  const texts = new Map([[input.path, input.text]]);
  const read: NonNullable<LintInput["files"]>["read"] = (path) => {
    const content = input.files?.read(path) ?? { kind: "failed", reason: "missing" };
    const text = texts.get(path);
    return content.kind === "file" && text !== undefined && path !== input.path ? { ...content, text } : content;
  };
  const run = () =>
    lint({
      ...input,
      text: texts.get(input.path) ?? "",
      files: { read },
      rules: { preset: "all", disable: [reasons] },
    });
  const before = run();
  let [after, added] = [before, 0];
  for (let next = nextOf(after); next !== undefined && added < mostComments; next = nextOf(after), added++) {
    const { source, start, end } = next.span;
    texts.set(source.path, source.text.slice(0, start) + next.text + source.text.slice(end));
    after = run();
  }
  return { before, after, added };
}

/** Wants a reason from each comment that is added. */
const reasons = "suppression-without-reason";

/** More than any of the texts needs. */
const mostComments = 150;

function nextOf({ diagnostics, configuration }: Result) {
  for (const diagnostic of diagnostics) {
    const fix = suppressionFix(diagnostic, configuration);
    if (fix !== undefined) return fix.edits[0];
  }
  return undefined;
}

/** Everything that smtpd's parser sees, without the ends of lines behind a brace that nothing closes. */
function tokensOf({ configuration, verdict }: Result): readonly string[] {
  const tokens = configuration.lines.flatMap((line) => line.tokens);
  const counting = verdict === "accepted" ? tokens : tokens.filter(({ kind }) => kind !== "Newline");
  return counting.map(({ kind, value }) => `${kind} ${value}`);
}

const isInFile = ({ source }: { readonly source: Source }) => source.kind === "file";

/** Expects all advice to be gone, nothing else to have changed, and each comment to be of use. */
function expectSilent({ before, after }: Silenced): void {
  // Behind a NUL byte smtpd reads nothing, comments included.
  const stopped = after.configuration.stoppedAt !== undefined;
  const left = after.diagnostics.filter(({ kind, span }) => kind === "lint" && isInFile(span) && !stopped);
  expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  expect(after.verdict).toBe(before.verdict);
  expect(tokensOf(after)).toEqual(tokensOf(before));
}

const pages = fileURLToPath(new URL("../packages/smtpd-conf/src/linter/rules/", import.meta.url));

describe("comments silence all that rules say", () => {
  const names = readdirSync(pages).filter((name) => name.endsWith(".md"));

  test.each(names)("of the examples of %s", (name) => {
    const { sections } = parsePage(readFileSync(join(pages, name), "utf8"));
    const examples = sections.flatMap((section) => section.examples);
    for (const { text } of examples) expectSilent(silenceAll({ path: "smtpd.conf", text }));
  });

  test("of a file with every statement", () => {
    const silenced = silenceAll({ path: "smtpd.conf", text: validFile });
    expect(silenced.added).toBeGreaterThan(10);
    expectSilent(silenced);
  });

  test("of anything that smtpd could be given", () => {
    fc.assert(
      fc.property(anyInput, (input) => expectSilent(silenceAll(input))),
      { numRuns },
    );
  });
});
