import { textOf } from "smtpd-conf";
import { expect, test } from "vitest";
import { lineAt, lineBefore } from "./line-at.ts";
import { type SnapshotOptions, snapshotAt } from "./testing.ts";

const at = (text: string, options?: SnapshotOptions) => {
  const { snapshot, offset } = snapshotAt(text, options);
  const [line, before] = [lineAt(snapshot, offset), lineBefore(snapshot, offset)];
  return { at: line && textOf(line), before: before && textOf(before) };
};

test.each([
  ["|queue ttl 4d\n", "queue ttl 4d", "queue ttl 4d"],
  ["queue ttl| 4d\n", "queue ttl 4d", "queue ttl 4d"],
  ["queue ttl 4d|\n", "queue ttl 4d", "queue ttl 4d"],
  ["queue ttl 4d \n| \n", undefined, "queue ttl 4d"],
  ["| queue ttl 4d\n", undefined, undefined],
  ["queue ttl 4d\n|match\n", "match", "match"],
  ["|", undefined, undefined],
])("%j", (text, line, before) => expect(at(text)).toEqual({ at: line, before }));

test("a statement of another file does not count", () => {
  const files = { "/etc/mail/a.conf": "queue ttl 4d\n" };
  expect(at('include "/etc/mail/a.conf"\nmat|ch\n', { files }).at).toBe("match");
});
