import { type MailAddress, splitMailAddress } from "../runtime/mail-address.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { KnownTable } from "../runtime/table.ts";
import { type Literal, wantsEntry } from "./literal.ts";
import { regexExample } from "./regex-example.ts";
import { signsOf, unlisted } from "./table-signs.ts";
import type { TextDimension } from "./text-shapes.ts";

/** Values that are tried before entries are looked at. */
const usualTexts: Readonly<Record<TextDimension, readonly string[]>> = {
  rdns: ["client.elsewhere.example"],
  helo: ["client.elsewhere.example"],
  username: ["somebody"],
  sender: ["somebody@elsewhere.example", "nobody@nowhere.example", ""],
  recipient: ["somebody@elsewhere.example", "nobody@nowhere.example"],
};

/**
 * Values that literals are likely to agree with: some that no table names, and what the entries say that are wanted. Where
 * all literals are plain, to try these is to try all.
 */
export function* textCandidates(
  dimension: TextDimension,
  literals: readonly Literal[],
  delimiter: string,
): Iterable<string> {
  yield* usualTexts[dimension];
  for (const { condition } of literals.filter(wantsEntry)) yield* expressionExamples(dimension, condition);
  const lists = wantedLists(literals);
  if (dimension === "sender" || dimension === "recipient") yield* addresses(lists, delimiter);
  else if (dimension === "username") yield* users(lists);
  else yield* names(lists);
  yield* bracketed[dimension];
}

/** Addresses in brackets, which hardly anybody uses. */
const bracketed: Readonly<Record<TextDimension, readonly string[]>> = {
  rdns: [],
  helo: ["[192.0.2.1]", "[ipv6:2001:db8::1]"],
  username: [],
  sender: ["somebody@[192.0.2.1]", "somebody@[ipv6:2001:db8::1]"],
  recipient: ["somebody@[192.0.2.1]", "somebody@[ipv6:2001:db8::1]"],
};

/**
 * Whether each entry of a condition stands for itself, a whole domain or a user: no wildcards, no expressions, no users that
 * are looked up as addresses. Nothing else than its entries can tell its answers apart.
 */
export function isPlain({ table, service, subject }: Condition): boolean {
  if (table?.kind !== "KnownTable" || service === "regex") return false;
  const { hasWildcard, hasAddress } = signsOf(table);
  if (subject === "username") return !hasWildcard && !hasAddress;
  return !hasWildcard || (service !== "domain" && service !== "mailaddr");
}

/** Whether a table names what should be in none. */
export function isAgainstUnlisted({ table }: Condition): boolean {
  return table?.kind === "KnownTable" && signsOf(table).hasUnlisted;
}

/** What expressions find, as a whole value or as a part of one. */
function expressionExamples(dimension: TextDimension, { subject, service, table }: Condition): readonly string[] {
  if (service !== "regex" || table?.kind !== "KnownTable") return [];
  const examples = examplesIn(table.keys).flatMap((example) => [example, `x${example}`]);
  if (dimension !== "sender" && dimension !== "recipient") return examples;
  const inDomain = examples.map((example) => `somebody@${example}`);
  if (subject === "domain") return inDomain;
  return [...examples, ...inDomain, ...examples.map((example) => `${example}@elsewhere.example`)];
}

/** Expressions of a table of which examples are made. */
const mostExpressions = 64;

const examples = new WeakMap<readonly string[], readonly string[]>();

function examplesIn(keys: readonly string[]): readonly string[] {
  const known = examples.get(keys) ?? keys.slice(0, mostExpressions).flatMap((key) => regexExample(key) ?? []);
  examples.set(keys, known);
  return known;
}

interface WantedList {
  readonly keys: readonly string[];
  readonly subject: Condition["subject"];
}

/** The lists of which an entry is wanted, but for expressions; those with the fewest entries first. */
function wantedLists(literals: readonly Literal[]): readonly WantedList[] {
  const lists = literals.filter(wantsEntry).flatMap(({ condition: { table, service, subject } }) => {
    if (table?.kind !== "KnownTable" || service === "regex" || isForAll(table, service)) return [];
    return [{ keys: table.keys, subject }];
  });
  return lists.sort((one, other) => one.keys.length - other.keys.length);
}

/** Whether a table leaves everything open. */
function isForAll(table: KnownTable, service: Condition["service"]): boolean {
  if (service === "domain") return signsOf(table).hasEveryDomain;
  return service === "mailaddr" && signsOf(table).hasEveryAddress;
}

function* names(lists: readonly WantedList[]): Iterable<string> {
  yield unlisted.domain;
  for (const { keys } of lists) for (const key of keys) yield* examplesOf(key);
}

function* users(lists: readonly WantedList[]): Iterable<string> {
  yield unlisted.user;
  yield `${unlisted.user}@${unlisted.domain}`;
  for (const { keys } of lists) {
    for (const key of keys) {
      yield key;
      const { user, domain } = splitMailAddress(key);
      for (const example of examplesOf(domain || unlisted.domain)) yield `${user || unlisted.user}@${example}`;
    }
  }
}

/** An address has to match an entry of each list: what an entry of one leaves open, those of the others say. */
function* addresses(lists: readonly WantedList[], delimiter: string): Iterable<string> {
  if (lists.length === 0) yield* addressesOf([anyAddress], [], delimiter);
  for (const list of lists) {
    const others = lists.filter((other) => other !== list);
    yield* addressesOf(entriesOf(list), others, delimiter);
  }
}

function* addressesOf(
  entries: Iterable<MailAddress>,
  others: readonly WantedList[],
  delimiter: string,
): Iterable<string> {
  for (const { user, domain } of entries) {
    for (const inDomain of domain === "" ? domainsOf(others) : examplesOf(domain)) {
      for (const ofUser of user === "" ? usersOf(others, delimiter) : [user, `${user}${delimiter}tag`]) {
        yield `${ofUser}@${inDomain}`;
      }
    }
  }
}

const anyAddress: MailAddress = { user: "", domain: "" };

function* entriesOf({ keys, subject }: WantedList): Iterable<MailAddress> {
  for (const key of keys) yield subject === "domain" ? { user: "", domain: key } : splitMailAddress(key);
}

function* usersOf(lists: readonly WantedList[], delimiter: string): Iterable<string> {
  yield* ["somebody", unlisted.user, `${unlisted.user}${delimiter}tag`];
  for (const list of lists) {
    for (const { user } of entriesOf(list)) if (user !== "") yield* [user, `${user}${delimiter}tag`];
  }
}

function* domainsOf(lists: readonly WantedList[]): Iterable<string> {
  yield* ["elsewhere.example", unlisted.domain];
  for (const list of lists) for (const { domain } of entriesOf(list)) if (domain !== "") yield* examplesOf(domain);
}

/** Texts that an entry with wildcards stands for; the entry itself where it has none. */
function examplesOf(entry: string): readonly string[] {
  return entry.includes("*") ? ["some", "other-name", "a"].map((label) => entry.replaceAll("*", label)) : [entry];
}
