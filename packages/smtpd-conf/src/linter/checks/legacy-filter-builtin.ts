import { filterPhases } from "../../language/filter-phases.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { type Rewrite, rewrite, textBetween } from "../fix.ts";

/** What the conditions of the builtin filters before 6.6 are called since. */
const conditions: ReadonlyMap<string, string> = new Map([
  ["check-rdns-table", "rdns"],
  ["check-rdns-regex", "rdns regex"],
  ["check-src-table", "src"],
  ["check-src-regex", "src regex"],
]);

/** Conditions that were met where the client had no such name; today they are met where it has one. */
const reversed: ReadonlyMap<string, string> = new Map([
  ["check-fcrdns", "fcrdns"],
  ["check-rdns", "rdns"],
  ["fcrdns", "fcrdns"],
  ["rdns", "rdns"],
]);

const sessions = new Set(["smtp", "smtp-in", "smtp-out"]);
const decisions = new Set(["reject", "disconnect"]);

export const legacyFilterBuiltin: Check = defineCheck({
  code: "legacy-filter-builtin",
  summary: "Since 6.6, a builtin filter is written as filter NAME phase PHASE match CONDITION DECISION.",
  precedence: 24,
  create: () => ({
    explain: (failure) => namedFilter(failure) ?? namelessFilter(failure) ?? report(failure),
  }),
});

/** `filter NAME builtin PHASE CONDITION DECISION` of OpenBSD 6.5. */
function namedFilter({ line: { tokens } }: SyntaxFailure): Problem | undefined {
  const [filter, name, word] = tokens;
  if (filter?.value !== "filter" || name === undefined || word?.value !== "builtin" || word.quoted) return undefined;
  return {
    span: word,
    message: 'The word "builtin" was for OpenBSD 6.5 only: since 6.6 a filter names its phase, and what it matches.',
    help: "Write: filter NAME phase PHASE match CONDITION DECISION.",
    fixes: rewrite("Write it with phase and match", modernize(tokens)),
  };
}

function modernize([, name, word, phase, ...rest]: readonly Token[]): Rewrite[] {
  if (name === undefined || word === undefined || !isPhase(phase)) return [];
  const reserved: Rewrite[] = name.kind === "Keyword" ? [[name, `"${name.value}"`]] : [];
  return [...reserved, [word, "phase"], [phase, `${phase.value} match`], ...modernCondition(rest)];
}

function isPhase(token: Token | undefined): token is Token {
  return filterPhases.some(({ name }) => name === token?.value);
}

function modernCondition(tokens: readonly Token[]): Rewrite[] {
  const not = tokens[0]?.value === "!" ? tokens[0] : undefined;
  const [condition, next] = not === undefined ? tokens : tokens.slice(1);
  if (condition === undefined) return [];
  const bare = decisions.has(next?.value ?? "") ? reversed.get(condition.value) : undefined;
  if (bare !== undefined)
    return not === undefined
      ? [[condition, `!${bare}`]]
      : [
          [not, ""],
          [condition, bare],
        ];
  const name = conditions.get(condition.value);
  return name === undefined ? [] : [[condition, name]];
}

/** `filter smtp-in PHASE …` of the first drafts, in which filters had no names. */
function namelessFilter({ line: { tokens } }: SyntaxFailure): Problem | undefined {
  const [filter, session, phase, ...rest] = tokens;
  if (filter?.value !== "filter" || session?.kind !== "Keyword" || !sessions.has(session.value)) return undefined;
  const on = tokens.findIndex(({ value, kind }) => kind === "Keyword" && value === "on");
  const proc = tokens[on + 1];
  return {
    span: session,
    message: "A filter has a name: this form is of a draft that no release had.",
    help:
      on > 1 && proc !== undefined
        ? `Write filter NAME proc ${proc.value}, and give "filter NAME" to the listeners.`
        : `Write filter NAME phase ${phase?.value ?? "PHASE"} match ${examples(phase, rest)}, and give "filter NAME" to the listeners.`,
  };
}

/** The condition and decision as they would be written today, as far as they are known. */
function examples(phase: Token | undefined, rest: readonly Token[]): string {
  const [condition, last] = [rest[0], rest.at(-1)];
  if (condition === undefined || last === undefined) return "CONDITION DECISION";
  const bare = reversed.get(condition.value);
  if (bare !== undefined && rest[1] !== undefined) return `!${bare} ${textBetween(rest[1], last)}`;
  const datum = phase?.value === "connect" ? "src" : phase?.value === "ehlo" ? "helo" : phase?.value;
  const kind = /^check-(table|regex)$/.exec(condition.value)?.[1];
  if (kind === undefined || rest[1] === undefined) return "CONDITION DECISION";
  return `${datum}${kind === "regex" ? " regex" : ""} ${textBetween(rest[1], last)}`;
}

/** `report smtp on PROC` of the same drafts. */
function report({ line: { tokens } }: SyntaxFailure): Problem | undefined {
  const [word, session] = tokens;
  if (word?.kind !== "Keyword" || word.value !== "report" || !sessions.has(session?.value ?? "")) return undefined;
  const proc = tokens[3]?.value ?? "PROC";
  return {
    span: word,
    message: 'There is no statement "report": since 6.6 a filter\'s process asks for the reports that it wants.',
    help: `Write filter NAME proc ${proc}, and give "filter NAME" to the listeners.`,
  };
}
