import { describe, expect, test } from "vitest";
import type { CallHierarchyItem } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { cursorIn, type SnapshotOptions, snapshotAt, snapshotOf } from "../testing.ts";
import { getIncomingCalls, getOutgoingCalls, prepareCallHierarchy } from "./call-hierarchy.ts";

const mailServer = `table aliases { root = admin }
mda wrapper slow "/usr/bin/nice %{mda}"
filter nameless phase connect match !rdns disconnect "550 No name"
filter spam proc-exec "filter-rspamd"
filter checks chain { nameless, spam }
pki mail.example.org cert "/etc/ssl/mail.crt" key "/etc/ssl/mail.key"
listen on eth0 filter checks
listen on eth0 port submission tls-require pki mail.example.org auth tag users
listen on lo
action in mda "/usr/bin/deliver" alias <aliases> wrapper slow
action out relay host { smtps://a.example, smtp://b.example }
match from any for domain example.org action in
match tag users from any for any action out
match for any action out
match from any tag nobody for any reject
`;

/** The item at the cursor of a text. */
function itemAt(textWithCursor: string, options?: SnapshotOptions) {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const [item] = prepareCallHierarchy(snapshot, position);
  return { snapshot, item };
}

/** The item of the mail server above at the first place of a word. */
function itemOf(word: string) {
  return itemAt(mailServer.replace(word, `|${word}`));
}

/** Where mail goes to or comes from: what the station is called, and behind it what the step stands on. */
function outgoing({ snapshot, item }: ReturnType<typeof itemAt>): readonly string[] {
  return getOutgoingCalls(snapshot, item as CallHierarchyItem).map(
    ({ to, fromRanges }) => `${to.name} at ${textsOf(snapshot, fromRanges)}`,
  );
}

function incoming({ snapshot, item }: ReturnType<typeof itemAt>): readonly string[] {
  return getIncomingCalls(snapshot, item as CallHierarchyItem).map(
    ({ from, fromRanges }) => `${from.name} at ${textsOf(snapshot, fromRanges)}`,
  );
}

function textsOf({ document }: Snapshot, ranges: Parameters<typeof document.getText>[0][]): string {
  return ranges.map((range) => document.getText(range)).join("+");
}

describe("what stands at the cursor", () => {
  test.each([
    ["lis|ten on eth0 port 587\n", "listen on eth0 port 587"],
    ["listen on so|cket\n", "listen on socket"],
    ["action a mbox\nmat|ch for local action a\n", "rule 1"],
    ["action a mbox\nmatch for local action |a\n", "a"],
    ["act|ion a mbox\n", "a"],
    ["action a relay host smtps://mail.exa|mple.org\n", "smtps://mail.example.org"],
    ["filter f phase conn|ect match !rdns junk\n", "f"],
    ["filter f phase connect match !rdns junk\nlisten on lo filter |f\n", "f"],
    ["table t { a = b }\naction x mbox alias <|t>\n", "t"],
    ["match for local action no|ne\n", "rule 1"],
    ["table t { a }\nmatch from any for domain <|t> reject\n", "rule 1"],
    ['mda wrapper |w "x"\n', "w"],
  ])("%j", (text, name) => expect(itemAt(text).item?.name).toBe(name));

  test.each(["queue t|tl 4d\n", "|", "# a com|ment\n", "match for |\n", "action |\n"])("nothing: %j", (text) =>
    expect(itemAt(text).item).toBe(undefined),
  );

  test("an item says where its statement is, and what it does", () => {
    const { item } = itemAt("action a mbox\nmat|ch for local action a\n");
    expect(item).toMatchObject({
      name: "rule 1",
      detail: 'from local for local action "a"',
      uri: "file:///etc/mail/smtpd.conf",
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 24 } },
      selectionRange: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } },
    });
  });
});

describe("where mail goes", () => {
  test.each([
    ["listen on eth0 filter", ["checks at checks"]],
    ["checks chain", ["nameless at nameless", "spam at spam"]],
    ["spam proc-exec", ["rule 1 at spam"]],
    ["listen on eth0 port", ["rule 1 at eth0", "rule 2 at eth0"]],
    ["listen on lo", ["rule 1 at lo", "rule 3 at lo"]],
    ["match from any for domain", ["in at in"]],
    ["match from any tag nobody", []],
    ["action in", ["aliases at aliases", "slow at slow"]],
    ["action out", ["smtps://a.example at smtps://a.example", "smtp://b.example at smtp://b.example"]],
    ["smtps://a.example", []],
  ])("%s", (word, expected) => expect(outgoing(itemOf(word))).toEqual(expected));
});

describe("where mail comes from", () => {
  test.each([
    ["listen on eth0 filter", []],
    ["checks chain", ["listen on eth0 port 25 at checks"]],
    ["spam proc-exec", ["checks at spam"]],
    [
      "match from any for domain",
      ["listen on eth0 port 587 at eth0", "listen on lo port 25 at lo", "nameless at nameless", "spam at spam"],
    ],
    ["match tag users", ["listen on eth0 port 587 at eth0"]],
    ["match from any tag nobody", []],
    ["action in", ["rule 1 at in"]],
    ["action out", ["rule 2 at out", "rule 3 at out"]],
    ["smtp://b.example", ["out at smtp://b.example"]],
    ["wrapper slow", ["in at slow"]],
    ["table aliases", ["in at aliases"]],
  ])("%s", (word, expected) => expect(incoming(itemOf(word))).toEqual(expected));
});

describe("an item after the text has changed", () => {
  const before = "action a mbox\naction b relay\nmatch for local action a\nmat|ch for any action b\n";

  function after(text: string): readonly string[] {
    const { item } = itemAt(before);
    return outgoing({ snapshot: snapshotOf(text), item: JSON.parse(JSON.stringify(item)) as CallHierarchyItem });
  }

  test("is found where it has moved to", () => {
    const { text } = cursorIn(before.replace("match for local", "match for any reject\nmatch for local"));
    expect(after(text)).toEqual(["b at b"]);
  });

  test("is the one of its number where its words have changed", () => {
    expect(after(cursorIn(before.replace("for any", "from any for any")).text)).toEqual(["b at b"]);
  });

  test("is nothing where it is gone", () => {
    expect(after("action a mbox\nmatch for local action a\n")).toEqual([]);
    const { item } = itemAt("action gon|e mbox\n");
    expect(incoming({ snapshot: snapshotOf("action a mbox\nmatch for local action a\n"), item })).toEqual([]);
  });

  test.each([undefined, null, 3, "rule", {}, { kind: "nonsense", name: "a" }, { kind: "rule", name: "a", number: 99 }])(
    "with what is no data of ours, %j, is nothing",
    (data) => {
      const { snapshot, item } = itemAt(before);
      expect(getOutgoingCalls(snapshot, { ...(item as CallHierarchyItem), data })).toEqual([]);
      expect(getIncomingCalls(snapshot, { ...(item as CallHierarchyItem), data })).toEqual([]);
    },
  );
});

test("stations in included files stand in those files", () => {
  const files = { "rules.conf": "match for local action a\n" };
  const { snapshot, item } = itemAt('action |a mbox\ninclude "rules.conf"\n', { files });
  const [call] = getIncomingCalls(snapshot, item as CallHierarchyItem);
  expect([call?.from.name, call?.from.uri]).toEqual(["rule 1", "file:///etc/mail/rules.conf"]);
});

test("beyond what can be proven at once, tags alone tell which rules a listener leads to", () => {
  const rules = "match tag other for any action a\nmatch for any action a\n".repeat(200);
  const { snapshot, item } = itemAt(`listen on l|o tag own\naction a relay\n${rules}`);
  expect(getOutgoingCalls(snapshot, item as CallHierarchyItem)).toHaveLength(200);
});
