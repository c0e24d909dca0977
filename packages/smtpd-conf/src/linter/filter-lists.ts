import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { filterNamed, type MemberFilter, resolveFilters } from "../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { CheckContext } from "./check.ts";

/** A listener that filters, and its filters in order. */
export interface FilteredListener {
  readonly listener: Listener;
  readonly members: readonly MemberFilter[];
}

type Known = Pick<CheckContext, "model" | "analysis">;

/** The listeners that have filters, in the order of the configuration. */
export function filteredListeners({ model, analysis }: Known): readonly FilteredListener[] {
  return analysis
    .listeners()
    .map((listener) => ({ listener, members: resolveFilters(listener, model) }))
    .filter(({ members }) => members.length > 0);
}

/**
 * What is found of builtin filters wherever they are used: `find` looks at one listener, and what it does not say of a
 * filter on every listener that has it is left out. The findings are those of the first listener.
 */
export function foundEverywhere<Finding>(
  known: Known,
  find: (use: FilteredListener) => ReadonlyMap<PhaseFilterDirective, Finding>,
): ReadonlyMap<PhaseFilterDirective, Finding> {
  const found = new Map<PhaseFilterDirective, Finding>();
  const cleared = new Set<PhaseFilterDirective>();
  for (const use of filteredListeners(known)) {
    const here = find(use);
    for (const filter of use.members.filter(isBuiltin)) {
      const finding = here.get(filter);
      if (finding === undefined) cleared.add(filter);
      else if (!found.has(filter)) found.set(filter, finding);
    }
  }
  for (const filter of cleared) found.delete(filter);
  return found;
}

/** Whether a filter is one that smtpd runs itself. */
export function isBuiltin(filter: MemberFilter): filter is PhaseFilterDirective {
  return filter.kind === "PhaseFilterDirective";
}

/** The word that puts a filter on a listener: its name there, or in the chain that the listener names. */
export function namingWord(filter: MemberFilter, { filters }: Listener, model: Model): Word | undefined {
  const names = filters.flatMap((word) => {
    const named = filterNamed(word.value, model);
    return named?.kind === "ChainFilterDirective" ? named.filters.names : [word];
  });
  return names.find(({ value }) => value === filter.name.value);
}

/** The command line of a filter that is a program; undefined for builtin filters. */
export function commandOf(filter: MemberFilter, model: Model): string | undefined {
  if (filter.kind === "PhaseFilterDirective") return undefined;
  if (filter.kind === "ProcExecFilterDirective") return filter.command.value;
  const line = model.symbols().get("proc")?.get(filter.proc.value)?.definitions[0]?.line;
  return line?.kind === "ProcDirective" || line?.kind === "ProcExecFilterDirective" ? line.command.value : undefined;
}
