import { isLocalPart } from "../runtime/local-part.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import { isMailDomain } from "../runtime/mail-domain.ts";
import type { Condition } from "../runtime/match-rule.ts";
import { type Literal, wantsEntry } from "./literal.ts";
import type { Dimension } from "./scenario.ts";
import { type Solution, searchText } from "./search-text.ts";
import { languageOf } from "./text-language.ts";
import { textShapes } from "./text-shapes.ts";

export type { Solution } from "./search-text.ts";

export type TextDimension = Exclude<Dimension, "tag" | "source">;

/** Values that are tried before entries are looked at. */
export const usualTexts: Readonly<Record<TextDimension, readonly string[]>> = {
  rdns: ["client.elsewhere.example"],
  helo: ["client.elsewhere.example"],
  username: ["somebody"],
  sender: ["somebody@elsewhere.example", "nobody@nowhere.example", ""],
  recipient: ["somebody@elsewhere.example", "nobody@nowhere.example"],
};

/** Entries of a table, and combinations of users and domains, up to which all are tried. */
const mostEntries = 2000;
const mostCandidates = 4000;

/** Finds a name, user or address for literals: by trying what their entries say, and else by walking through all texts. */
export function solveText(
  dimension: TextDimension,
  literals: readonly Literal[],
  preferred: readonly string[],
  delimiter: string,
  isMet: (text: string) => boolean,
): Solution {
  const holds = (text: string) => isPossible(dimension, text) && isMet(text);
  const usual = [...preferred, ...usualTexts[dimension]].find(holds);
  if (usual !== undefined) return { kind: "value", value: usual };
  const known = literals.filter(({ condition }) => condition.table?.kind === "KnownTable");
  const { candidates, complete } = candidatesFrom(dimension, known, delimiter);
  const found = candidates.find(holds);
  if (found !== undefined) return { kind: "value", value: found };
  if (complete && known.every(({ condition }) => isPlain(condition))) return { kind: "none" };
  return search(dimension, known, delimiter, holds);
}

/** Whether smtpd would take a text for what it is to be. What a client says is checked before any rule is asked. */
function isPossible(dimension: TextDimension, text: string): boolean {
  if (dimension === "username") return text !== "";
  if (dimension === "helo") return isMailDomain(text);
  if (dimension === "rdns") return isMailDomain(text) && !text.startsWith("[");
  if (dimension === "sender" && text === "") return true;
  const { user, domain } = splitMailAddress(text);
  return isLocalPart(user) && isMailDomain(domain);
}

/** Whether each entry of a condition stands for itself, a whole domain or a user: no wildcards, no expressions. */
function isPlain({ table, service }: Condition): boolean {
  if (table?.kind !== "KnownTable" || service === "regex") return false;
  return service === "string" || service === "netaddr" || !table.keys.some((key) => key.includes("*"));
}

/** The values that the entries name, which is all that can tell plain conditions apart, with some of which no entry speaks. */
function candidatesFrom(dimension: TextDimension, literals: readonly Literal[], delimiter: string) {
  const wanted = literals.filter(wantsEntry).map(({ condition }) => condition);
  const tables = wanted.map((condition) => (condition.table?.kind === "KnownTable" ? condition.table.keys : []));
  const complete = tables.every((keys) => keys.length <= mostEntries);
  const entries = wanted.flatMap((condition, index) =>
    (tables[index] ?? []).slice(0, mostEntries).map((key) => ({ key, condition })),
  );
  if (dimension !== "sender" && dimension !== "recipient") {
    return { candidates: [...entries.flatMap(({ key }) => examplesOf(key)), ...unlisted], complete };
  }
  const { users, domains } = partsOf(entries, delimiter);
  const all = users.length * domains.length <= mostCandidates;
  const candidates = all ? domains.flatMap((domain) => users.map((user) => `${user}@${domain}`)) : [];
  return { candidates, complete: complete && all };
}

/** Names that no entry has: what conditions that only exclude leave over. */
const unlisted = ["nobody-of-that-name", "not-listed.elsewhere.example", "not-listed-either.elsewhere.example"];

interface EntryOf {
  readonly key: string;
  readonly condition: Condition;
}

/** The users and domains that entries name. */
function partsOf(entries: readonly EntryOf[], delimiter: string) {
  const users = new Set(["somebody", "nobody-of-that-name", `somebody${delimiter}tag`]);
  const domains = new Set(["elsewhere.example", "nowhere.example"]);
  for (const { key, condition } of entries) {
    const { user, domain } = condition.service === "domain" ? { user: "", domain: key } : splitMailAddress(key);
    if (user !== "") users.add(user).add(`${user}${delimiter}tag`);
    if (domain !== "") for (const example of examplesOf(domain)) domains.add(example);
  }
  return { users: [...users], domains: [...domains] };
}

/** Texts that an entry with wildcards stands for; the entry itself where it has none. */
function examplesOf(entry: string): readonly string[] {
  return entry.includes("*") ? ["some", "other-name", "a"].map((label) => entry.replaceAll("*", label)) : [entry];
}

function search(
  dimension: TextDimension,
  literals: readonly Literal[],
  delimiter: string,
  holds: (text: string) => boolean,
): Solution {
  const wanted = literals.map((one) => {
    const language = languageOf(one.condition, delimiter);
    return language && { language, member: wantsEntry(one) };
  });
  if (!wanted.every((one) => one !== undefined)) return { kind: "unknown" };
  const solution = searchText(textShapes[dimension], wanted);
  if (solution.kind !== "value") return solution;
  return holds(solution.value) ? solution : { kind: "unknown" };
}
