import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { textOf } from "../parser/source.ts";
import { buildModel } from "./build-model.ts";
import type { Model } from "./model.ts";

function modelOf(text: string, target: Release = "7.9"): Model {
  const files = { read: (path: string) => ({ kind: "file", text: `table ${path} { x }`, encoding: "utf8" }) as const };
  return buildModel(parseConfiguration({ path: "smtpd.conf", text, target, files }), { target });
}

/** `space name`, with a mark where the statement has a mistake. */
function definitions(text: string): string[] {
  return modelOf(text).definitions.map(({ space, name, failed }) => `${space} ${name}${failed ? " (failed)" : ""}`);
}

/** `space name: state` */
function references(text: string, target?: Release): string[] {
  return modelOf(text, target).references.map(({ space, name, state }) => `${space} ${name}: ${state}`);
}

describe("definitions", () => {
  test.each([
    ["table t { a }", ["table t"]],
    ["table t file:/x", ["table t"]],
    ["action a mbox", ["action a"]],
    ["action a relay", ["action a"]],
    ["filter f proc p", ["filter f"]],
    ["filter f proc-exec x", ["filter f", "proc f"]],
    ["filter f phase connect match rdns junk", ["filter f"]],
    ["filter f chain { g }", ["filter f"]],
    ["proc p x", ["proc p"]],
    ["mda wrapper w x", ["wrapper w"]],
    ["pki Mail.Example cert x", ["pki mail.example"]],
    ["ca Mail.Example cert x", ["ca mail.example"]],
    ["listen on lo tag t", ["tag t"]],
    ["listen on socket tag t", ["tag t"]],
    ["m = x", []],
    ["smtp limit max-rcpt 100", []],
    ["match for any reject", []],
  ])("%s", (text, expected) => {
    expect(definitions(text)).toEqual(expected);
  });

  test.each([
    ["table t { a, }", ["table t (failed)"]],
    ["table t", ["table t (failed)"]],
    ["table { a }", []],
    ["action a", ["action a (failed)"]],
    ["action a mbox usr x", ["action a (failed)"]],
    ["filter f", ["filter f (failed)"]],
    ["filter f phase", ["filter f (failed)"]],
    ["filter f proc-exec", ["filter f (failed)", "proc f (failed)"]],
    ["proc p", ["proc p (failed)"]],
    ["mda wrapper w", ["wrapper w (failed)"]],
    ["pki p cert", ["pki p (failed)"]],
    ["ca c", ["ca c (failed)"]],
    ["listen on lo tag t prt 25", ["tag t (failed)"]],
  ])("of a broken statement: %s", (text, expected) => {
    expect(definitions(text)).toEqual(expected);
  });

  test("know their word, their line and their place in the order of reading", () => {
    const model = modelOf("table a { x }\ninclude b\ntable c { x }");
    expect(
      model.definitions.map(({ name, word, line, order }) => [name, word.source.path, textOf(line), order]),
    ).toEqual([
      ["a", "smtpd.conf", "table a { x }", 0],
      ["b", "b", "table b { x }", 2],
      ["c", "smtpd.conf", "table c { x }", 3],
    ]);
  });
});

describe("references", () => {
  test.each([
    ["match for any action a", ["action a: undefined"]],
    ["match for any reject", []],
    ["match from src <t> reject", ["table t: undefined"]],
    ["match from src t reject", []],
    ["match from src { t } reject", []],
    ["match tag t reject", ["tag t: unchecked"]],
    ["match tag { t, u } reject", ["tag t: unchecked", "tag u: unchecked"]],
    ["match tag <t> reject", ["table t: undefined"]],
    ["match tag regex t reject", []],
    ["filter f proc p", ["proc p: undefined"]],
    ["filter f chain { a, b }", ["filter a: undefined", "filter b: undefined"]],
    ["filter f phase connect match src <t> junk", ["table t: undefined"]],
    ["listen on lo filter f", ["filter f: undefined"]],
    ["listen on lo filter { f, g }", ["filter f: undefined", "filter g: undefined"]],
    ["listen on lo tls pki P ca C", ["pki P: undefined", "ca c: undefined"]],
    [
      "listen on lo auth <t> hostnames <h> senders <s>",
      ["table t: undefined", "table h: undefined", "table s: undefined"],
    ],
    ["action a mbox alias <a> wrapper w", ["table a: undefined", "wrapper w: undefined"]],
    ["action a relay pki P ca C filter f", ["pki p: unchecked", "ca c: unchecked", "filter f: undefined"]],
    ["action a relay host x auth <s>", ["table s: undefined"]],
  ])("%s", (text, expected) => {
    expect(references(text)).toEqual(expected);
  });

  test.each([
    ["action a mbox\nmatch for any action a", "action a: known"],
    ["match for any action a\naction a mbox", "action a: later"],
    ["table t { x }\nmatch from src <t> reject", "table t: known"],
    ["match from src <t> reject\ntable t { x }", "table t: later"],
    ["filter g proc-exec x\nfilter f chain { g }", "filter g: known"],
    ["filter f chain { f }", "filter f: later"],
    ["filter f proc-exec x\nfilter g proc f", "proc f: known"],
    ["include t\nmatch from src <t> reject", "table t: known"],
    ["listen on lo tag t\nmatch tag t reject", "tag t: known"],
    ["match tag t reject\nlisten on lo tag t", "tag t: known"],
    ["action a relay pki p\npki p cert x", "pki p: known"],
    ["pki p cert x\nlisten on lo tls pki p", "pki p: known"],
    ["listen on lo tls pki p\npki p cert x", "pki p: later"],
    ["table t { a, }\nmatch from src <t> reject", "table t: known"],
    ["action a mbox usr x\nmatch for any action a", "action a: known"],
    ["table t { x }\nmatch for any action t", "action t: undefined"],
  ])("%j is %s", (text, expected) => {
    expect(references(text).at(-1)).toBe(expected);
  });

  test.each<[Release, string]>([
    ["6.8.0", "pki p: known"],
    ["7.3", "pki P: undefined"],
  ])("of a listener to a pki are case-sensitive from 7.3 on: %s", (target, expected) => {
    expect(references("pki P cert x\nlisten on lo tls pki P", target)).toEqual([expected]);
  });

  test("of a listener or relay to a filter mean nothing to 6.4", () => {
    expect(references("listen on lo filter f\naction a relay filter g", "6.4.2")).toEqual([
      "filter f: unchecked",
      "filter g: unchecked",
    ]);
  });

  test.each([
    ["listen on 127.0.0.1 inet6 tls pki p", "unchecked"],
    ["listen on 127.0.0.01 inet6 tls pki p", "unchecked"],
    ["listen on 127.0.0.1 inet4 tls pki p", "undefined"],
    ["listen on 127.0.0.1 tls pki p", "undefined"],
    ['listen on "::1" inet4 tls pki p', "unchecked"],
    ['listen on "fe80::1%lo" inet4 tls pki p', "unchecked"],
    ['listen on "::1" inet6 tls pki p', "undefined"],
    ["listen on lo inet6 tls pki p", "undefined"],
    ["listen on 127.0.0.256 inet6 tls pki p", "undefined"],
  ])("of an address that the listener excludes are not looked up: %s", (text, state) => {
    expect(modelOf(text).references.map((reference) => reference.state)).toEqual([state]);
  });

  test.each(["match for any usr x action a", "filter f proc", "filter f chain { g,"])(
    "of a broken statement are not made up: %s",
    (text) => {
      expect(references(text)).toEqual([]);
    },
  );

  test("of a broken statement's own options are looked up", () => {
    expect(references("action a mbox alias <t> usr x")).toEqual(["table t: undefined"]);
    expect(references("match from src <t> frm x")).toEqual(["table t: undefined"]);
    expect(references("listen on lo tls pki p prt 25")).toEqual(["pki p: undefined"]);
  });
});

describe("table uses", () => {
  /** Each use as `place: kind`, with `regex` where it is one. */
  function uses(text: string): string[] {
    return modelOf(text).tableUses.map(({ place, table, regex }) => `${place}${regex ? " regex" : ""}: ${table?.kind}`);
  }

  test.each([
    ["table t { x }\nmatch from src <t> for domain <t> reject", ["match from src: list", "match for domain: list"]],
    [
      "table t { a = b }\naction a mbox alias <t> virtual { x = y }",
      ["action alias: mapping", "action virtual: mapping"],
    ],
    ["match helo x tag regex { y } reject", ["match helo: list", "match tag regex: list"]],
    ["table t db:/x\naction a relay host <t>", ["relay host: dynamic"]],
    ["table t file:/x\naction a relay src <t>", ["relay src: unknown"]],
    ["match from src <t> reject", ["match from src: undefined"]],
    ["match from src <t> reject\ntable t { x }", ["match from src: undefined"]],
    ["listen on lo auth <t> senders { a = b }", ["undefined: undefined", "listen senders: mapping"]],
    ["filter f phase helo match helo regex { a } junk", ["undefined regex: list"]],
    ["table t { a, }\nmatch from src <t> reject", ["match from src: unknown"]],
    ["table t { a }\ntable t { b = c }\nmatch from src <t> reject", ["match from src: list"]],
  ])("%j", (text, expected) => {
    expect(uses(text)).toEqual(expected);
  });

  test("of tables that smtpd makes by itself", () => {
    expect(uses('match from src <"<anyhost>"> reject\naction a mbox userbase <"<getpwnam>">')).toEqual([
      "match from src: list",
      "action userbase: dynamic",
    ]);
    expect(references('match from src <"<anyhost>"> reject')).toEqual(["table <anyhost>: known"]);
  });

  test("of tables without a name, which smtpd counts", () => {
    const text =
      'match helo a reject\nmatch from src { b = c } reject\nmatch helo <"<dynamic:0>"> helo <"<dynamic:1>"> reject';
    expect(uses(text).slice(2)).toEqual(["match helo: list", "match helo: mapping"]);
    expect(references('match helo a reject\nmatch helo <"<dynamic:1>"> reject')).toEqual([
      "table <dynamic:1>: undefined",
    ]);
  });

  test("ask for the kind of a file by its path", () => {
    const configuration = parseConfiguration({ path: "x", text: "table t file:/m\naction a mbox alias <t>" });
    const { tables, tableUses } = buildModel(configuration, {
      readTableKind: (path) => (path === "/m" ? "mapping" : undefined),
    });
    expect(tables.get("t")).toEqual({ kind: "mapping", backend: "file" });
    expect(tableUses.map(({ table }) => table?.kind)).toEqual(["mapping"]);
  });
});

describe("the model", () => {
  const text =
    "listen on lo\nlisten on socket\naction a mbox\nmatch for any action a\nmatch reject\naction b\nlisten\nmatch";

  test("has the good statements by what they do, in order", () => {
    const { listeners, actions, rules } = modelOf(text);
    expect(listeners.map(textOf)).toEqual(["listen on lo", "listen on socket"]);
    expect(actions.map(textOf)).toEqual(["action a mbox"]);
    expect(rules.map(textOf)).toEqual(["match for any action a", "match reject"]);
  });

  test("knows every name with its definitions and references", () => {
    const symbols = modelOf(
      "table t { a }\ntable t { b }\nmatch from src <t> for domain <t> reject\nmatch tag x reject",
    ).symbols();
    const found = [...symbols].map(([space, names]) => {
      return [
        space,
        [...names.values()].map(({ name, definitions, references }) => [name, definitions.length, references.length]),
      ];
    });
    expect(found).toEqual([
      ["table", [["t", 2, 2]]],
      ["tag", [["x", 0, 1]]],
    ]);
  });

  test("makes the symbols once", () => {
    const model = modelOf(text);
    expect(model.symbols()).toBe(model.symbols());
  });

  test("is for the newest release where nothing else is said", () => {
    const configuration = parseConfiguration({ path: "x", text: "" });
    expect(buildModel(configuration)).toMatchObject({ target: "7.9", definitions: [], references: [], rules: [] });
    expect(buildModel(configuration).configuration).toBe(configuration);
  });
});
