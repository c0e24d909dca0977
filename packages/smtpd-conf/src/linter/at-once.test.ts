import { expect, test } from "vitest";
import type { TextChange } from "../parser/update/text-change.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { openLintSession } from "./lint-session.ts";

/** What is said at once, and in the end, when the first `before` of a text becomes `after`. */
function edited(text: string, before: string, after: string) {
  const session = openLintSession();
  session.update({ path: "smtpd.conf", text }).first();
  const start = text.indexOf(before);
  const change: TextChange = { start, end: start + before.length, text: after };
  const run = session.update({ path: "smtpd.conf", text: text.replace(before, () => after) }, [change]);
  const known = run.atOnce();
  return { atOnce: known && words(known.diagnostics), soon: words(run.first().diagnostics) };
}

function words(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, span: { source, start, end } }) => `${code}: ${source.text.slice(start, end)}`);
}

const delivery = 'action "local" mbox\nmatch for local action "local"\n';

test("a new mistake is told at once", () => {
  const { atOnce, soon } = edited(delivery, 'action "local"\n', 'action "lcal"\n');
  expect(atOnce).toEqual(['undefined-action: "lcal"']);
  expect(soon).toEqual(atOnce);
});

test("so is one that smtpd cannot read", () => {
  expect(edited(delivery, "match for", "match fro").atOnce).toEqual(["misspelled-keyword: fro"]);
});

test("one that was mended is gone at once", () => {
  expect(edited("match for local action a\naction a mbox\n", "match for local action a\n", "").atOnce).toEqual([]);
});

test("what stands elsewhere moves along", () => {
  const { atOnce } = edited(`${delivery}match for any action "x"\n`, "mbox", "mbox user nobody # here");
  expect(atOnce).toContain('undefined-action: "x"');
});

test("what the change means for other statements is known soon", () => {
  const { atOnce, soon } = edited(delivery, 'action "local"', 'action "lcal"');
  expect(atOnce).toEqual([]);
  expect(soon).toEqual(['undefined-action: "local"']);
});

test("a file that is no smtpd.conf becomes one", () => {
  const { atOnce, soon } = edited(`accept for local deliver to mbox\n`, "accept for local deliver to mbox\n", delivery);
  expect(atOnce).toEqual(soon);
});

test("nothing, where much has changed", () => {
  const many = 'match for any action "x"\n'.repeat(60);
  const { atOnce, soon } = edited(delivery, 'match for local action "local"\n', many);
  expect(atOnce).toBeUndefined();
  expect(soon).toHaveLength(60);
});
