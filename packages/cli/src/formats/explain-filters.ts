import { describeFilter, resolveFilters } from "smtpd-conf";
import type { Explaining } from "./explaining.ts";
import { heading, originOf, type Paragraph, quoted, sentence } from "./explanation.ts";

/** What each filter does that a listener has, in the order in which they are asked. */
export function explainFilters(explaining: Explaining): readonly Paragraph[] {
  const { listeners, model } = explaining;
  const filters = [...new Set(listeners.flatMap((listener) => resolveFilters(listener, model)))];
  return filters.map((filter) => ({
    heading: heading(`Filter ${quoted(filter.name.value)}`, originOf(filter)),
    items: [describeFilter(filter, explaining).map((clause) => sentence(clause))],
  }));
}
