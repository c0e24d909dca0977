import { describe, expect, test } from "vitest";
import { getCodeLenses, resolveCodeLens } from "./code-lenses.ts";
import { defaultSettings, type ServiceSettings } from "./service-settings.ts";
import { type SnapshotOptions, snapshotOf } from "./testing.ts";

/** The lenses of a text as `row: title`, all of them resolved. */
function shown(text: string, options: SnapshotOptions = {}): readonly string[] {
  const snapshot = snapshotOf(text, options);
  return getCodeLenses(snapshot).map((lens) => {
    return `${lens.range.start.line}: ${resolveCodeLens(snapshot, lens).command?.title}`;
  });
}

const none = { references: false, reachability: false, relay: false };
const only = (lenses: Partial<ServiceSettings["codeLenses"]>): SnapshotOptions => {
  return { settings: { ...defaultSettings, codeLenses: { ...none, ...lenses } } };
};
const references = only({ references: true });
const reachability = only({ reachability: true });
const relay = only({ relay: true });

describe("how often a name is used", () => {
  test.each([
    ["action a mbox\n", ["0: not used"]],
    ["action a mbox\nmatch for any action a\n", ["0: 1 rule uses this action"]],
    ["action a mbox\nmatch for any action a\nmatch for local action a\n", ["0: 2 rules use this action"]],
    ["table t { a }\nmatch from src <t> for domain <t> reject\n", ["0: 1 rule uses this table"]],
    [
      "table t { a = b }\naction a mbox alias <t>\nlisten on lo0 hostnames <t>\n",
      ["0: 1 action and 1 listener use this table", "1: not used"],
    ],
    [
      'proc p "x"\nfilter f proc p\nlisten on lo0 filter f\n',
      ["0: 1 filter uses this proc", "1: 1 listener uses this filter"],
    ],
    ['filter f proc-exec "x"\n', ["0: not used"]],
    ['pki a.example cert "/c"\npki a.example key "/k"\n', ["0: not used"]],
    ['mda wrapper w "x"\naction a mbox wrapper w\n', ["0: 1 action uses this wrapper", "1: not used"]],
    ['ca c.example cert "/c"\naction a relay ca c.example\n', ["0: 1 action uses this ca", "1: not used"]],
    ["match for any action a\n", []],
    ["listen on lo0 tag X\nmatch tag X reject\n", []],
  ])("%j", (text, expected) => expect(shown(text, references)).toEqual(expected));

  test("counts the other files", () => {
    const root = { path: "smtpd.conf", text: 'include "x"\nmatch for any action a\n' };
    expect(shown("action a mbox\n", { ...references, path: "x", root })).toEqual(["0: 1 rule uses this action"]);
    expect(shown(root.text, { ...references, files: { x: "action a mbox\n" } })).toEqual([]);
  });

  test("is found out when the lens is seen, and then lists the places", () => {
    const snapshot = snapshotOf("action a mbox\nmatch for any action a\n", references);
    const [lens] = getCodeLenses(snapshot);
    expect(lens).toEqual({
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } },
      data: { kind: "references", space: "action", name: "a" },
    });
    const uri = "file:///etc/mail/smtpd.conf";
    expect(lens && resolveCodeLens(snapshot, lens).command).toEqual({
      title: "1 rule uses this action",
      command: "smtpd-lint.showReferences",
      arguments: [
        uri,
        { line: 0, character: 7 },
        [{ uri, range: { start: { line: 1, character: 21 }, end: { line: 1, character: 22 } } }],
      ],
    });
  });

  test("is only told, where the editor has no commands", () => {
    const snapshot = snapshotOf("action a mbox\nmatch for any action a\n", {
      ...references,
      client: { commands: false },
    });
    const [lens] = getCodeLenses(snapshot);
    expect(lens && resolveCodeLens(snapshot, lens).command).toEqual({ title: "1 rule uses this action", command: "" });
  });
});

describe("rules that do nothing", () => {
  test.each([
    [
      "action a mbox\nmatch from any for any action a\nmatch for local action a\n",
      ["2: never reached: covered by rule 1"],
    ],
    [
      "action a mbox\naction b mbox\nmatch for local action a\nmatch !for local action a\nmatch for domain x.example action b\n",
      ["4: never reached: covered by rules 1 and 2"],
    ],
    [
      'action a mbox\nmatch from any for domain a.example action a\nmatch from any for domain "*.example" action a\nmatch for local action a\n',
      ["1: changes nothing: rule 2 does the same"],
    ],
    ["action a mbox\nmatch for local action a\n", []],
  ])("%j", (text, expected) => expect(shown(text, reachability)).toEqual(expected));

  test("cost nothing: the lens is complete at once", () => {
    const text = "action a mbox\nmatch from any for any action a\nmatch for local action a\n";
    const [lens] = getCodeLenses(snapshotOf(text, reachability));
    expect(lens?.command).toMatchObject({
      title: "never reached: covered by rule 1",
      command: "smtpd-lint.showReferences",
    });
  });

  test("are named in a template", () => {
    const text = "action a mbox\nmatch from any for any action a\nmatch for local action a\n{# x #}\n";
    expect(shown(text, { ...reachability, template: "jinja" })).toEqual(["2: never reached: covered by rule 1"]);
  });

  test("are not named where the rule is silenced", () => {
    const silenced =
      "action a mbox\nmatch from any for any action a\n# smtpd-lint: disable-next-line unreachable-match\nmatch for local action a\n";
    expect(shown(silenced, reachability)).toEqual([]);
  });
});

describe("what strangers may do at a listener", () => {
  const [deliver, send] = ["action in mbox\nmatch from any for local action in\n", "action out relay\n"];
  test.each([
    ["nothing on lo0", `listen on lo0\n${deliver}`, "strangers: cannot connect"],
    [
      "nothing without a login",
      `listen on em0 tls-require pki x auth\n${deliver}`,
      "strangers: refused without a login",
    ],
    ["deliver", `listen on em0\n${deliver}`, "strangers: refused relaying"],
    ["relay", `listen on em0\n${send}match from any for any action out\n`, "strangers CAN relay: rule 1"],
    [
      "relay by two rules",
      `listen on em0\n${send}match from any for domain x.example action out\nmatch from any for any action out\nmatch from any mail-from "@x.example" for any action out\n`,
      "strangers CAN relay: rule 2",
    ],
    [
      "relay, if a table says so",
      `table t file:/nowhere\nlisten on em0\n${send}match from src <t> for any action out\n`,
      'strangers may relay, which table "t" decides: rule 1',
    ],
    [
      "relay, if a program lets them",
      `filter f proc-exec "x"\nlisten on em0 filter f\n${send}match from any for any action out\n`,
      'strangers may relay, which filter "f" decides: rule 1',
    ],
  ])("%s", (_what, text, expected) => {
    expect(shown(text, relay).map((line) => line.replace(/^\d: /, ""))).toEqual([expected]);
  });

  test("is not asked of the socket", () => expect(shown(`listen on socket\n${deliver}`, relay)).toEqual([]));

  test("is told of each listener", () => {
    const text = `listen on lo0\nlisten on em0\n${send}match from any for any action out\n`;
    expect(shown(text, relay)).toEqual(["0: strangers: cannot connect", "1: strangers CAN relay: rule 1"]);
  });

  test("is taken from the findings where there are too many rules for a proof", () => {
    const many = Array.from({ length: 301 }, (_, index) => `match from any for domain d${index}.example action in\n`);
    const text = (last: string) => `listen on em0\naction in mbox\n${send}${many.join("")}${last}`;
    expect(shown(text("match from any for any action out\n"), relay)).toEqual(["0: strangers CAN relay: rule 302"]);
    expect(shown(text(""), relay)).toEqual(["0: strangers: too many rules to tell whether they can relay"]);
  });
});

describe("a lens that is out of date", () => {
  const snapshot = snapshotOf("action a mbox\n");
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  test.each([
    [{ kind: "references", space: "action", name: "gone" }],
    [{ kind: "references", space: "nowhere", name: "a" }],
    [{ kind: "relay", listener: 7 }],
    [{ kind: "else" }],
    [null],
    [undefined],
    ["text"],
  ])("says nothing: %j", (data) => {
    expect(resolveCodeLens(snapshot, { range, data }).command).toEqual({ title: "", command: "" });
  });
});

test("all can be switched off", () => {
  expect(shown("action a mbox\nlisten on lo0\nmatch for any action a\n", only({}))).toEqual([]);
});

describe("where an included file may not be read here", () => {
  /** The titles of a text whose includes lie outside what may be read. */
  const titles = (text: string, options: SnapshotOptions) => {
    const snapshot = snapshotOf(text, options);
    const inclusions = snapshot.configuration.inclusions.map((one) => ({ ...one, failure: "outside" as const }));
    const unread = { ...snapshot, configuration: { ...snapshot.configuration, inclusions } };
    return getCodeLenses(unread).map((lens) => resolveCodeLens(unread, lens).command?.title);
  };

  test.each([
    ["listen on em0\nmatch for any reject\n", relay, "strangers: not known, an include is not read"],
    ["listen on lo0\nmatch for any reject\n", relay, "strangers: cannot connect"],
    ["action a mbox\n", references, "not used, as far as includes are read here"],
    ["action a mbox\nmatch for any action a\n", references, "1 rule uses this action"],
  ])("%j", (text, options, title) => expect(titles(`include "x"\n${text}`, options)).toEqual([title]));
});
