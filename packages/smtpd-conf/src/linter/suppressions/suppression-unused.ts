import type { Problem } from "../check.ts";
import type { Diagnostic, Edit, Fix } from "../diagnostic.ts";
import type { Rule } from "../rule.ts";
import { eitherOf } from "../suggestions.ts";
import type { NamedCode, Suppression, SuppressionComment } from "./suppression.ts";
import type { SuppressionIndex } from "./suppression-index.ts";
import { suppressionRemoval } from "./suppression-removal.ts";

/** What has to be known to call a comment unused. */
export interface UnusedInput {
  readonly suppressions: readonly Suppression[];
  readonly silencing: SuppressionIndex;
  /** Those that silence a finding of this run. */
  readonly used: ReadonlySet<Suppression>;
  /** The rule of a code, where it ran. */
  readonly ruleThatRan: (code: string) => Rule | undefined;
  /** Whether all recommended rules ran. */
  readonly allRan: boolean;
  /** What a rule says where less is known; undefined where it could say more where more is known. */
  readonly findingsElsewhere: (rule: Rule) => readonly Diagnostic[] | undefined;
}

/** A problem for each comment that silences nothing, and for each code that does not where others of its comment do. */
export function unusedSuppressions(input: UnusedInput): readonly Problem[] {
  const ends = countEnds(input.suppressions);
  const unused = groupBy(withoutUse(input), ({ comment }) => comment);
  return [...unused].flatMap(([comment, own]) => {
    const whole = own.length === Math.max(1, comment.codes.length);
    return whole ? [problemOf(own, ends)] : own.map((one) => problemOf([one], ends));
  });
}

/** Those that silence nothing in this run and, as far as can be told, in no other. */
function withoutUse(input: UnusedInput): readonly Suppression[] {
  const used = new Set([...input.used].map(identityOf));
  const unused = input.suppressions.filter((one) => !used.has(identityOf(one)) && canTell(one, input));
  const unclear = new Set<string>();
  for (const code of new Set(unused.map((one) => one.code?.code))) {
    const rule = code === undefined ? undefined : input.ruleThatRan(code);
    if (code === undefined || rule === undefined) continue;
    const findings = input.findingsElsewhere(rule);
    if (findings === undefined) unclear.add(code);
    for (const one of findings?.flatMap(input.silencing) ?? []) used.add(identityOf(one));
  }
  return unused.filter((one) => !used.has(identityOf(one)) && !unclear.has(one.code?.code ?? ""));
}

/** A file that is included twice is read twice: what its comments are used for in one place counts in the other. */
function identityOf({ comment, code }: Suppression): string {
  const { source, start } = comment.span;
  return `${source.path} ${start} ${code?.span.start}`;
}

/** Whether this run can tell that a comment is of no use. */
function canTell({ code, range }: Suppression, { allRan, ruleThatRan }: UnusedInput): boolean {
  const included = range.source.includedBy !== undefined;
  if (code === undefined) return allRan && !included;
  // Whether this very rule reports the comment rests on the comment.
  if (code.code === "unused-suppression") return false;
  const rule = ruleThatRan(code.code);
  // What other configurations make of an included file, only rules that look at single statements can tell.
  return rule !== undefined && (!included || rule.scope === "statement");
}

/** How many suppressions each code of an `enable` ends, the missing code of one without any included. */
type Ends = ReadonlyMap<SuppressionComment, Map<NamedCode | undefined, number>>;

function countEnds(suppressions: readonly Suppression[]): Ends {
  const ends = new Map<SuppressionComment, Map<NamedCode | undefined, number>>();
  for (const { endedBy } of suppressions) {
    if (endedBy === undefined) continue;
    const counts = ends.get(endedBy.comment) ?? new Map<NamedCode | undefined, number>();
    ends.set(endedBy.comment, counts.set(endedBy.code, (counts.get(endedBy.code) ?? 0) + 1));
  }
  return ends;
}

/** `own`: all suppressions of a comment that has no use, or one of several. */
function problemOf(own: readonly Suppression[], ends: Ends): Problem {
  const [{ comment, code }] = own as readonly [Suppression];
  const one = own.length === 1 && comment.codes.length > 1;
  const codes = eitherOf(own.flatMap((suppression) => suppression.code?.code ?? []));
  const nothing = code === undefined ? "no rule reports anything here" : `nothing is reported as ${codes} here`;
  return {
    span: one && code !== undefined ? code.span : comment.span,
    message: one ? `Nothing is reported as ${codes} here.` : `This comment silences nothing: ${nothing}.`,
    help: one ? "Take the code out of the comment." : "Remove the comment.",
    fixes: removalOf(own, one ? `Remove ${codes} from the comment` : "Remove the comment", ends),
  };
}

/** Takes out what has no use, and what ends it. It is safe where it is known which rule is meant. */
function removalOf(own: readonly Suppression[], title: string, ends: Ends): Fix[] {
  const [{ comment, code }] = own as readonly [Suppression];
  const removals = [suppressionRemoval(comment, own.length === 1 ? code : undefined)];
  for (const [end, counts] of countEnds(own)) removals.push(...removalOfEnd(end, counts, ends.get(end) ?? counts));
  const edits = removals.filter((edit) => edit !== undefined);
  return edits.length === removals.length ? [{ title, safe: code !== undefined, edits }] : [];
}

/**
 * Takes an `enable` away, or the code in it, as far as it ends nothing else; `[undefined]` where that cannot be done. `gone`
 * counts what goes of `all` that it ends.
 */
function removalOfEnd(
  end: SuppressionComment,
  gone: ReadonlyMap<NamedCode | undefined, number>,
  all: ReadonlyMap<NamedCode | undefined, number>,
): readonly (Edit | undefined)[] {
  const going = [...gone].filter(([code, number]) => all.get(code) === number).map(([code]) => code);
  if (going.length === all.size) return [suppressionRemoval(end, undefined)];
  const [code, ...others] = going;
  if (code === undefined) return [];
  return others.length > 0 ? [undefined] : [suppressionRemoval(end, code)];
}

function groupBy<K, T>(list: readonly T[], keyOf: (item: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(item);
    else if (key !== undefined) groups.set(key, [item]);
  }
  return groups;
}
