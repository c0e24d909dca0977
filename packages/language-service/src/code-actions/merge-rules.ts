import {
  deletion,
  type Edit,
  type InlineTable,
  type MatchDirective,
  type Option,
  printCondition,
  textOf,
  type Word,
  type WrittenCondition,
} from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { hasComment, isWhole, isWrittenHere } from "./statement-parts.ts";

/**
 * Makes one rule of two that follow one another, do the same, and differ in one list: mail that either matches is mail that
 * meets the other conditions and is in one of the lists.
 */
export function mergeRules({ snapshot, line }: Place): readonly Offer[] {
  if (line?.kind !== "MatchDirective") return [];
  const { rules } = snapshot.model;
  const next = rules[rules.indexOf(line) + 1];
  const edits = next && editsFor(snapshot, line, next);
  if (edits === undefined || edits.length === 0) return [];
  return [{ title: "Merge with the next rule", kind: "refactor.rewrite.merge", edits: () => edits, keeps: "findings" }];
}

function editsFor(snapshot: Snapshot, rule: MatchDirective, next: MatchDirective): readonly Edit[] {
  if (![rule, next].every((one) => isWhole(snapshot, one) && !hasComment(snapshot, one))) return [];
  if (rule.action?.value !== next.action?.value) return [];
  const pair = differingConditions(rule, next);
  const lists = pair?.map((option) => entriesOf(snapshot, option));
  const argument = pair?.[0].argument;
  const [deleted] = deletion("", next);
  if (argument === undefined || deleted === undefined || !lists?.every((list) => list !== undefined)) return [];
  const entries = [...new Set(lists.flat())];
  const { source, start, end } = argument;
  return [{ span: { source, start, end }, text: `{ ${entries.join(", ")} }` }, ...deleted.edits];
}

/** The one condition that two rules have in common but for its list; undefined where more differs, or nothing. */
function differingConditions(one: MatchDirective, other: MatchDirective): readonly [Option, Option] | undefined {
  const [first, second] = [one.conditions, other.conditions];
  const hasTwice = (options: readonly Option[]) => new Set(options.map(subjectOf)).size < options.length;
  if (first.length !== second.length || hasTwice(first)) return undefined;
  const pairs = first.map((option) => [option, second.find((twin) => wordsOf(twin) === wordsOf(option))] as const);
  const differing = pairs.filter(([option, twin]) => twin === undefined || textFor(option) !== textFor(twin));
  const [pair] = differing;
  if (pair?.[1] === undefined || differing.length > 1 || pair[0].not !== undefined) return undefined;
  return [pair[0], pair[1]];
}

/** What a condition is about: a rule asks it once. */
function subjectOf({ scope, name }: Option): string {
  return name === "auth" || name === "mail-from" || name === "rcpt-to" ? name : (scope?.value ?? name);
}

function wordsOf({ not, scope, name, regex }: Option): string {
  return [not?.value, scope?.value, name, regex?.value].join(" ");
}

function textFor({ not, scope, name, regex, argument }: Option): string {
  const words = { negated: not !== undefined, scope: scope?.value, name, regex: regex !== undefined, argument };
  return printCondition({ kind: "WrittenCondition", ...words } as WrittenCondition);
}

/** The entries of a list, or the single value; undefined where they have no place in a list with others. */
function entriesOf(snapshot: Snapshot, { argument }: Option): readonly string[] | undefined {
  if (argument?.kind === "String") return isWrittenHere(snapshot, argument) ? [textOf(argument as Word)] : undefined;
  if (argument?.kind !== "InlineTable") return undefined;
  const { entries } = argument as InlineTable;
  const isPlain = entries.every(({ key, value }) => value === undefined && isWrittenHere(snapshot, key));
  return isPlain ? entries.map(({ key }) => textOf(key)) : undefined;
}
