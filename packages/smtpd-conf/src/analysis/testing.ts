import fc from "fast-check";
import { newestRelease, type Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import { listenerOf } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { tableFilesOf } from "../model/testing.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";
import { buildRuleset, type Ruleset } from "../runtime/ruleset.ts";
import type { Scenario } from "./scenario.ts";
import { allScenarios } from "./scenarios.ts";

/** What a test says besides the text. */
export interface TestOptions {
  readonly target?: Release;
  readonly machine?: MachineFacts;
  /** Table files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

export function modelOf(text: string, { target = newestRelease }: TestOptions = {}): Model {
  return buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
}

export function rulesetOf(text: string, options: TestOptions = {}): Ruleset {
  const { machine, files = {} } = options;
  return buildRuleset(modelOf(text, options), { machine, tableFiles: tableFilesOf(files) });
}

/** The scenarios of a configuration, the usual ones first. */
export function scenariosOf(text: string, options: TestOptions = {}): readonly Scenario[] {
  const { listeners } = modelOf(text, options);
  return allScenarios(listeners.map(listenerOf), rulesetOf(text, options), options.machine);
}

const entriesOf = {
  domain: ["a.example", "mx.a.example", "b.example", "*.a.example", "*a.example", "b.*", "*", ".a.example", ""],
  name: ["mx.a.example", "b.example", "*.example", "[192.0.2.1]"],
  address: ["bob@a.example", "bob+x@b.example", "@a.example", "@*.example", "bob@*", "bob", "+x", "@", "*@a.example"],
  user: ["bob", "bob+x", "eve@a.example", "@a.example", "@", "bob@"],
  network: [
    "10.0.0.0/8",
    "10.1.2.3",
    "192.0.2.0/24",
    "0.0.0.0/0",
    "::1",
    "2001:db8::/32",
    "local",
    "junk",
    "0.0.0.0/1",
  ],
  tag: ["A", "b", ""],
  pattern: [
    "^bob",
    "a\\.example$",
    "^.*@a\\.example$",
    "x",
    "^10\\.",
    "^$",
    "^[^@]*$",
    "(",
    "b|c$",
    "^ab?",
    "\\.a\\.example$",
  ],
} as const;

const conditionForms: readonly (readonly [words: string, entries: keyof typeof entriesOf | undefined])[] = [
  ["from any", undefined],
  ["from local", undefined],
  ["from socket", undefined],
  ["from rdns", undefined],
  ["from src", "network"],
  ["from rdns", "name"],
  ["for any", undefined],
  ["for local", undefined],
  ["for domain", "domain"],
  ["helo", "domain"],
  ["auth", undefined],
  ["auth", "user"],
  ["mail-from", "address"],
  ["rcpt-to", "address"],
  ["tag", "tag"],
  ["tls", undefined],
];

/** One condition, with its name first: `from`, `for`, `helo`, … */
const anyCondition: fc.Arbitrary<readonly [name: string, text: string]> = fc
  .tuple(fc.constantFrom(...conditionForms), fc.nat(3), fc.nat(3))
  .chain(([[words, subject], negation, expression]) => {
    const not = negation === 0 ? "!" : "";
    const name = words.split(" ")[0] ?? "";
    if (subject === undefined) return fc.constant([name, `${not}${words}`] as const);
    const pool = expression === 0 ? entriesOf.pattern : entriesOf[subject];
    const list = fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 });
    return list.map((entries) => {
      const table = `{ ${entries.map((entry) => `"${entry}"`).join(", ")} }`;
      return [name, `${not}${words}${expression === 0 ? " regex" : ""} ${table}`] as const;
    });
  });

/** Rules, each with some conditions, for a configuration with the action `out`. */
export const anyRules: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.uniqueArray(anyCondition, { maxLength: 4, selector: ([name]) => name }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rules) =>
    rules
      .map(([conditions, accepts]) => {
        const words = conditions.map(([, text]) => text).join(" ");
        return `match ${words} ${accepts ? "action out" : "reject"}\n`;
      })
      .join(""),
  );

const someAddress = fc
  .tuple(
    fc.constantFrom("bob", "bob+x", "eve", "+x"),
    fc.constantFrom("a.example", "mx.a.example", "b.example", "localhost", "ba.example"),
  )
  .map(([user, domain]) => `${user}@${domain}`);

/** Mail of any kind, as the entries of `anyRules` know it and as they do not. */
export const anyEnvelope: fc.Arbitrary<Envelope> = fc
  .record({
    source: fc.constantFrom(
      "10.1.2.3",
      "10.9.9.9",
      "192.0.2.1",
      "203.0.113.9",
      "127.0.0.1",
      "[::1]",
      "[2001:db8::1]",
      "local",
    ),
    rdns: fc.constantFrom(undefined, "mx.a.example", "b.example"),
    fcrdns: fc.boolean(),
    helo: fc.constantFrom("a.example", "mx.a.example", "[192.0.2.1]", "x"),
    tls: fc.boolean(),
    authenticated: fc.boolean(),
    username: fc.constantFrom("bob", "eve@a.example", "bob@b.example"),
    tag: fc.constantFrom("A", "B", ""),
    mailFrom: fc.oneof(someAddress, fc.constant("")),
    rcptTo: someAddress,
    internal: fc.boolean(),
  })
  .map((envelope) => {
    const local = envelope.source === "local";
    const { authenticated, username } = envelope;
    if (local) return { ...envelope, rdns: "localhost", tls: false, tag: "", authenticated: true, username: "" };
    return { ...envelope, username: authenticated ? username : "" };
  });

/** The listeners with the tags of `anyEnvelope`, and the action of `anyRules`. */
export const listenersAndAction =
  "listen on em0 port 25 tag A\nlisten on em0 port 26 tag B\nlisten on em0 port 27\naction out relay\n";
