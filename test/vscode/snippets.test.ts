import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { sample } from "../../packages/vscode/src/sample.ts";
import { fillSnippet } from "./fill-snippet.ts";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL("../../packages/vscode/snippets/smtpd-conf.json", import.meta.url);
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(file, "utf8"));

function textOf({ body }: Snippet): string {
  return `${fillSnippet(body.join("\n")).trimEnd()}\n`;
}

/** What the rest of the file is for: a part of one may have no rules of its own. */
const aboutTheRest = "no-rules";

function findingsOf(text: string) {
  const { diagnostics } = lint({ path: "smtpd.conf", text });
  return diagnostics.map(({ kind, code, message }) => ({ kind, code, message }));
}

describe.each(Object.entries(snippets))("%s", (_name, snippet) => {
  test("is accepted by smtpd, takes no name from elsewhere, and there is no advice about it", () => {
    expect(findingsOf(textOf(snippet)).filter(({ code }) => code !== aboutTheRest)).toEqual([]);
  });

  test("fills in defaults for all its places", () => expect(textOf(snippet)).not.toMatch(/\$[{\d]|\\[$}]/));

  test("says what it does in a sentence", () => expect(snippet.description).toMatch(/^[A-Z].*\.$/));
});

test("each is offered by a word of its own", () => {
  const words = Object.values(snippets).flatMap(({ prefix }) => prefix);
  expect(new Set(words).size).toBe(words.length);
});

test.each(["Mail server for a domain", "Machine that only sends"])("%s is complete", (name) => {
  expect(findingsOf(textOf(snippets[name] as Snippet))).toEqual([]);
});

test("so is the configuration to begin with", () => expect(findingsOf(sample)).toEqual([]));
