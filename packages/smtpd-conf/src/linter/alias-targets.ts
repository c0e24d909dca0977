import type { TableUse } from "../model/tables.ts";
import type { Span } from "../parser/source.ts";
import { type AliasTarget, type AliasValuePart, parseAliasTarget, splitAliasValue } from "../runtime/alias-target.ts";
import type { CheckContext, Problem } from "./check.ts";
import { reportEntries } from "./report-entries.ts";
import type { TableEntry } from "./table-entries.ts";
import { partOfValue } from "./written-text.ts";

/** One target of an alias, with the text that it was read from. */
export interface WrittenTarget {
  readonly target: AliasTarget;
  readonly text: string;
  /** Where it stands; worked out on demand, since files can have very many targets. */
  readonly span: () => Span;
}

/** A visitor that reports the first target of each alias, in tables for `alias` and `virtual`, that `judge` finds wrong. */
export function reportAliasTargets(
  context: CheckContext,
  judge: (target: WrittenTarget, entry: TableEntry, use: TableUse) => Problem | undefined,
): ReturnType<typeof reportEntries> {
  return reportEntries(context, ["alias"], (entry, use) => {
    for (const target of aliasTargetsOf(entry)) {
      const problem = judge(target, entry, use);
      if (problem !== undefined) return problem;
    }
    return undefined;
  });
}

/** The targets of an alias; none where smtpd cannot take its value apart. */
export function aliasTargetsOf(entry: TableEntry): readonly WrittenTarget[] {
  if (!entry.inline) return readTargets(entry);
  const targets = inlineTargets.get(entry) ?? readTargets(entry);
  inlineTargets.set(entry, targets);
  return targets;
}

/** The targets of entries in the configuration: many rules ask for the same ones. */
const inlineTargets = new WeakMap<TableEntry, readonly WrittenTarget[]>();

function readTargets(entry: TableEntry): readonly WrittenTarget[] {
  const { value, valueSpan } = entry;
  if (value === undefined || valueSpan === undefined) return [];
  return (splitAliasValue(value) ?? []).map((part) => writtenTarget(entry, valueSpan, part));
}

/** A target out of a part of a value. */
export function writtenTarget(entry: TableEntry, valueSpan: Span, { text, offset }: AliasValuePart): WrittenTarget {
  const span = () => partOfValue(entry, text, offset)?.span ?? valueSpan;
  return { target: parseAliasTarget(text), text, span };
}
