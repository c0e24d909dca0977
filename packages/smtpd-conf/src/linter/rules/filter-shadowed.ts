import { membersByPhase } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import { conditionKey, decides } from "../filter-condition.ts";
import { type FilteredListener, foundEverywhere } from "../filter-lists.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterShadowed: Rule = defineRule({
  code: "filter-shadowed",
  summary: "A filter never acts, because an earlier one of its phase has decided about the same clients.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const [{ name }, { filter, all }] of foundEverywhere({ model, analysis }, shadows)) {
        const others = all ? "with it, the filters before this one decide about everybody" : "it is asked first";
        report({
          span: name,
          message: `The filter "${name.value}" never acts: "${filter.name.value}" decides about the same clients, and ${others}.`,
          help: "The first filter of a phase that matches ends the phase: put the special ones in front, or leave one out.",
          related: [{ span: filter.name, message: "The filter that decides." }],
        });
      }
    },
  }),
});

/** The filter that takes another one's place, and whether nothing at all is left over behind it. */
interface Shadow {
  readonly filter: PhaseFilterDirective;
  readonly all: boolean;
}

/** The filters of a listener that never act, with those in front of them. */
function shadows({ members }: FilteredListener): ReadonlyMap<PhaseFilterDirective, Shadow> {
  const found = new Map<PhaseFilterDirective, Shadow>();
  for (const filters of membersByPhase(members).values()) {
    const decided = new Map<string, PhaseFilterDirective>();
    let last: PhaseFilterDirective | undefined;
    for (const filter of filters) {
      const earlier =
        last ??
        broader(filter)
          .map((key) => decided.get(key))
          .find((other) => other !== undefined);
      if (earlier !== undefined) found.set(filter, { filter: earlier, all: last !== undefined });
      else if (decides(filter)) {
        decided.set(signedKey(filter), filter);
        if (decided.has(signedKey(filter, true))) last = filter;
      }
    }
  }
  return found;
}

function signedKey({ condition }: PhaseFilterDirective, opposite = false): string {
  return `${(condition.not === undefined) === opposite ? "!" : ""}${conditionKey(condition)}`;
}

/**
 * The conditions that hold wherever that of a filter does: the same, and, since the name of an address must be there before
 * it can lead back, `!fcrdns` for `!rdns` and `rdns` for `fcrdns`.
 */
function broader(filter: PhaseFilterDirective): readonly string[] {
  const { name, not, argument } = filter.condition;
  const own = signedKey(filter);
  if (name === "rdns" && argument === undefined && not !== undefined) return [own, own.replace("rdns", "fcrdns")];
  return name === "fcrdns" && not === undefined ? [own, own.replace("fcrdns", "rdns")] : [own];
}
