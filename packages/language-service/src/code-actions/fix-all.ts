import { applyChanges, type Edit, fixText } from "smtpd-conf";
import { safeFixesIn } from "./fixes.ts";
import { lineEdits } from "./line-edits.ts";
import { objectionTo } from "./objection.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";

/** All safe fixes of a document, as `smtpd-lint check --fix` makes them: until there is nothing more to fix. */
export function fixAll({ snapshot }: Place): readonly Offer[] {
  if (safeFixesIn(snapshot).length === 0) return [];
  const { source, lintInput } = snapshot;
  const edits = () => (source.includedBy === undefined ? fixesOfFile() : fixesOfIncluded());
  const fixesOfFile = () =>
    lineEdits({ ...source, text: lintInput.text }, fixText(lintInput, { suggested: false }).text);
  /** What is included is fixed once, where that does no harm: it cannot be asked about without the file that includes it. */
  const fixesOfIncluded = (): readonly Edit[] => {
    const made = applyChanges(source.text, safeFixesIn(snapshot)).edits;
    return objectionTo(snapshot, made, "findings") === undefined ? made : [];
  };
  return [{ title: "Apply all safe fixes", kind: "source.fixAll.smtpd-lint", edits, keeps: "nothing" }];
}
