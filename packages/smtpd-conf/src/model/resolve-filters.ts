import type { FilterDirective, PhaseFilterDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { Listener } from "./listener.ts";
import type { Model } from "./model.ts";

/** A filter that looks at sessions itself: any but a chain. */
export type MemberFilter = Exclude<FilterDirective, { readonly kind: "ChainFilterDirective" }>;

/** The filters of a listener in the order in which smtpd asks them, with chains expanded. Unknown names are left out. */
export function resolveFilters({ filters }: Pick<Listener, "filters">, model: Model): readonly MemberFilter[] {
  return filters.flatMap((word) => membersOf(word, model));
}

/** The filters that a name leads to: the filter itself, or the members of a chain. A chain holds no chains. */
export function membersOf(word: Word, model: Model): readonly MemberFilter[] {
  const filter = filterNamed(word.value, model);
  if (filter?.kind !== "ChainFilterDirective") return filter === undefined ? [] : [filter];
  return filter.filters.names.flatMap(({ value }) => {
    const member = filterNamed(value, model);
    return member === undefined || member.kind === "ChainFilterDirective" ? [] : [member];
  });
}

/** The `filter` statement of a name; undefined where there is none, or one that cannot be read. */
export function filterNamed(name: string, model: Model): FilterDirective | undefined {
  const line = model.symbols().get("filter")?.get(name)?.definitions[0]?.line;
  return line !== undefined && isFilter(line) ? line : undefined;
}

/** Whether a statement is a filter of any kind. */
export function isFilter(line: { readonly kind: string }): line is FilterDirective {
  return line.kind.endsWith("FilterDirective");
}

/**
 * The phase that a builtin filter really runs in. smtpd's grammar forgets the phase of a filter for `auth`, and what is
 * left over is the first one, `connect`.
 */
export function phaseOf({ phase }: PhaseFilterDirective): string {
  return phase.value === "auth" ? "connect" : phase.value;
}

/** The builtin filters among these by the phase that they run in, each in order (`lka_filter_protocol()`). */
export function membersByPhase(filters: readonly MemberFilter[]): ReadonlyMap<string, readonly PhaseFilterDirective[]> {
  const phases = new Map<string, PhaseFilterDirective[]>();
  for (const filter of filters) {
    if (filter.kind !== "PhaseFilterDirective") continue;
    const phase = phaseOf(filter);
    const members = phases.get(phase);
    if (members === undefined) phases.set(phase, [filter]);
    else members.push(filter);
  }
  return phases;
}
