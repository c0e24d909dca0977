import { listed, type Span } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** `rule 2`, `rules 2 and 5`: the rules, as smtpd counts them, that places are in. Empty where they are in none. */
export function namesOfRules(places: readonly Span[], { model }: Snapshot): string {
  const numbers = places.flatMap((place) => {
    const index = model.rules.findIndex(({ source, start, end }) => {
      return source === place.source && start <= place.start && place.end <= end;
    });
    return index < 0 ? [] : [index + 1];
  });
  const different = [...new Set(numbers)].sort((a, b) => a - b);
  return different.length === 0 ? "" : `${different.length === 1 ? "rule" : "rules"} ${listed(different.map(String))}`;
}
