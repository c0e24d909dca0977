import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { askLinter, compare } from "./compare.ts";
import { type Answer, checkoutFolder } from "./daemon.ts";

interface RecordedText {
  readonly text: string;
  readonly answers: Readonly<Record<string, { readonly ok: boolean } & Partial<Answer>>>;
}

const file = join(checkoutFolder(), "test/conformance/recorded.jsonl.gz");
const recorded = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n");
const texts = recorded.map((line) => JSON.parse(line) as RecordedText);
const releases = Object.keys(texts[0]?.answers ?? {});

test("the recording is complete", () => {
  expect(texts.length).toBe(2202);
  expect(releases.length).toBe(10);
});

// The verdict must always be that of the daemon; the first error may be put elsewhere in one of a hundred texts.
test.each(releases)("recorded answers of %s", (release) => {
  const found = texts.map(({ text, answers }) => compareRecorded(text, release, answers[release]));
  const machine = found.filter(({ verdict }) => verdict === "machine").length;
  if (machine > 0) console.log(`${release}: ${machine} texts skipped, whose verdict depends on the machine`);
  expect(found.filter(({ verdict }) => verdict === "different")).toEqual([]);
  const lines = found.filter(({ verdict, line }) => verdict === "equal" && line !== "none");
  const equal = lines.filter(({ line }) => line === "equal").length;
  expect(equal / lines.length).toBeGreaterThanOrEqual(0.99);
});

function compareRecorded(text: string, release: string, recording: RecordedText["answers"][string] | undefined) {
  const answer: Answer = { errors: [], other: [], ok: false, ...recording };
  const opinion = askLinter(text, release);
  const { verdict, line } = compare(opinion, answer);
  return { verdict, line, text, linter: opinion.messages[0], daemon: answer.errors[0] ?? answer.other[0] };
}
