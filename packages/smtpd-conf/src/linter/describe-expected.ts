import { filterConditions, phaseNamed } from "../language/filter-phases.ts";
import { optionLists } from "../language/option-lists.ts";
import { type SettingInfo, settingName, settings } from "../language/settings.ts";
import { valueSyntaxes } from "../language/value-syntaxes.ts";
import type { SyntaxFailure } from "../parser/configuration.ts";
import { eitherOf } from "./suggestions.ts";

const mostListed = 24;
const named = new Set(["action", "ca", "filter", "pki", "proc", "table", "wrapper"]);

/** What could stand where a line breaks off, in words: `a name`, `"tls", "auth" or the end of the line`. Empty for nothing. */
export function describeExpected(failure: SyntaxFailure): string {
  const { table, string, number, keywords, punctuation, newline } = failure.expected();
  const parts: string[] = [];
  if (table) parts.push("a table (a name in < >, a value, or { a list })");
  if (string) parts.push(describeString(failure));
  if (number) parts.push("a number");
  const words = [
    ...keywords.filter((word) => !isUnknownInPhase(word, failure)),
    ...punctuation.filter((image) => image !== "!"),
  ];
  parts.push(...words.slice(0, mostListed).map((word) => `"${word}"`));
  if (words.length > mostListed) parts.push(`${words.length - mostListed} more`);
  if (newline) parts.push("the end of the line");
  return eitherOf(parts, "");
}

/** Whether a word is a condition that the phase of its filter does not know: the grammar takes it, and smtpd does not. */
function isUnknownInPhase(word: string, { line: { partial } }: SyntaxFailure): boolean {
  if (partial?.kind !== "PhaseFilterDirective" || !filterConditions.some(({ name }) => name === word)) return false;
  const phase = phaseNamed(partial.phase?.value);
  return phase !== undefined && !phase.conditions.some((name) => name === word);
}

/** What the string is for, as far as the word before it says so. */
function describeString({ line: { tokens, partial }, index }: SyntaxFailure): string {
  const before = tokens[index - 1];
  if (before?.kind !== "Keyword" || partial?.kind === "LimitDirective") return "a string";
  if (index < 3 && named.has(before.value)) return "a name";
  const setting = partial?.kind === "SettingDirective" ? findSetting(partial.name) : undefined;
  const option = optionLists.flatMap(({ options }) => options).find(({ name }) => name === before.value);
  const { placeholder, syntax } = setting ?? option ?? {};
  const example = valueSyntaxes.find(({ name }) => name === syntax)?.example;
  const noun = placeholder === undefined ? "a string" : `a string (${placeholder})`;
  return example === undefined ? noun : `${noun} such as ${example}`;
}

function findSetting(name: string | undefined): SettingInfo | undefined {
  return settings.find((setting) => settingName(setting) === name);
}
