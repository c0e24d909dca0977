import type { Model } from "../../model/model.ts";
import { phaseOf } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { refuses } from "../filter-condition.ts";
import { type FilteredListener, filteredListeners, isBuiltin, namingWord } from "../filter-lists.ts";
import { submissionPorts } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const dnsFilterOnSubmission: Rule = defineRule({
  code: "dns-filter-on-submission",
  summary: "A filter on the reverse DNS turns away users who are on their way or at home.",
  category: "intent",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const use of filteredListeners({ model, analysis })) {
        const problem = isForUsers(use) ? problemOf(use, model) : undefined;
        if (problem !== undefined) report(problem);
      }
    },
  }),
});

/** Whether whoever comes to a listener is to log in, from somewhere in the Internet. */
function isForUsers({ listener: { auth, port, exposure } }: FilteredListener): boolean {
  if (exposure !== "public" || auth === "none") return false;
  return auth === "required" || (port !== undefined && submissionPorts.includes(port));
}

/** The first filter that is too strict for users; one finding for a listener is enough. */
function problemOf({ listener, members }: FilteredListener, model: Model): Problem | undefined {
  const sparing = new Set<string>();
  for (const filter of members.filter(isBuiltin)) {
    const { condition, decision, name } = filter;
    if (condition.name === "auth" && decision.name === "bypass") sparing.add(phaseOf(filter));
    if (!isStrict(filter) || sparing.has(phaseOf(filter))) continue;
    return {
      span: namingWord(filter, listener, model) ?? name,
      message: `The filter "${name.value}" turns away users whose connection has no good name in the reverse DNS, before they can log in.`,
      help: "Name the filter on the listeners for other mail servers only.",
      related: [{ span: listener.directive, message: "The listener for users." }],
    };
  }
  return undefined;
}

/** `!rdns`, `!fcrdns`, and lists of names of dial-up lines. */
function isStrict(filter: PhaseFilterDirective): boolean {
  const { name, not, argument } = filter.condition;
  if (!refuses(filter) || (name !== "rdns" && name !== "fcrdns")) return false;
  return (not !== undefined) === (argument === undefined);
}
