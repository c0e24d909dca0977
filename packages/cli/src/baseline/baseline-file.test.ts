import { describe, expect, test } from "vitest";
import { type BaselineContent, type KnownFinding, printBaseline, readBaseline } from "./baseline-file.ts";

function finding(code: string, fingerprint: string, message = "It is so."): KnownFinding {
  return { code, fingerprint, message };
}

const content: BaselineContent = new Map([
  ["b.conf", [finding("z", "2"), finding("a", "4", "Is."), finding("a", "3"), finding("a", "1")]],
  ["a/b.conf", [finding("a", "5", 'A "name"\n')]],
  ["none.conf", []],
]);

const text = `{
  "version": 1,
  "files": {
    "a/b.conf": [
      { "code": "a", "fingerprint": "5", "message": "A \\"name\\"\\n" }
    ],
    "b.conf": [
      { "code": "a", "fingerprint": "4", "message": "Is." },
      { "code": "a", "fingerprint": "1", "message": "It is so." },
      { "code": "a", "fingerprint": "3", "message": "It is so." },
      { "code": "z", "fingerprint": "2", "message": "It is so." }
    ]
  }
}
`;

test("is written sorted, one finding a line", () => expect(printBaseline(content)).toBe(text));

test("is written the same after it was read", () => {
  expect(printBaseline(readBaseline("b.json", text) as BaselineContent)).toBe(text);
});

test("can be empty", () => {
  const empty = printBaseline(new Map());
  expect(empty).toBe('{\n  "version": 1,\n  "files": {}\n}\n');
  expect(readBaseline("b.json", empty)).toEqual(new Map());
});

test("is read without messages, and with what later versions add", () => {
  const later = '{ "version": 1, "more": 2, "files": { "a": [{ "code": "c", "fingerprint": "f", "line": 3 }] } }';
  expect(readBaseline("b.json", later)).toEqual(new Map([["a", [finding("c", "f", "")]]]));
});

describe("says once where the text is no JSON:", () => {
  test.each([
    ["", "b.json:1:1: "],
    ["{", "b.json:1:2: "],
    ['{ "version": 1,\n<<<<<<< HEAD\n=======\n', "b.json:2:1: "],
  ])("%j", (broken, place) => {
    const sentences = readBaseline("b.json", broken) as readonly string[];
    expect(sentences).toEqual([expect.stringMatching(/ [A-Z].+\.$/)]);
    expect(sentences[0]).toContain(place);
  });
});

describe("says what is wrong with", () => {
  test.each([
    ["[]", "b.json:1:1: This is no baseline: it has no version."],
    ["{}", "b.json:1:1: This is no baseline: it has no version."],
    ['{ "version": 2 }', "b.json:1:14: This version of smtpd-lint reads baselines of version 1 only."],
    ['{ "version": 1 }', 'b.json:1:1: "files" must be an object: paths, each with findings.'],
    ['{ "version": 1, "files": [] }', 'b.json:1:26: "files" must be an object: paths, each with findings.'],
    ['{ "version": 1, "files": {\n"a": {} } }', "b.json:2:6: A list of findings is expected here."],
    [
      '{ "version": 1, "files": { "a": [{ "code": "c" }] } }',
      "b.json:1:34: A finding is an object with a code and a fingerprint.",
    ],
  ])("%j", (broken, sentence) => expect(readBaseline("b.json", broken)).toEqual([sentence]));
});
