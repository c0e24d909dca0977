import { type Availability, type Change, isAtLeast, isAvailable, type Release } from "smtpd-conf";
import { type Block, codeBlock, list, manual, paragraph, prose, strong } from "../markdown.ts";

/** What the catalogue says of a word of the language. */
export interface ManualEntry extends Availability {
  readonly manual: string;
  readonly default?: string;
  readonly changes?: readonly Change[];
}

/** A word of the language: its forms, its manual, what counts without it, and what releases made of it. */
export function manualPage(usage: readonly string[], entry: ManualEntry, target: Release): readonly Block[] {
  return [
    ...(usage.length === 0 ? [] : [codeBlock(usage.join("\n"))]),
    paragraph([manual(entry.manual)]),
    ...(entry.default === undefined ? [] : [paragraph(prose`Without it: ${entry.default}.`)]),
    ...releaseNotes(entry, target),
  ];
}

/** Since when there is something, what changed, and whether the target has it. */
export function releaseNotes({ since, until, changes = [] }: Omit<ManualEntry, "manual">, target: Release): Block[] {
  const known = isAvailable({ ...(since && { since }), ...(until && { until }) }, target);
  const dates = [
    ...(since === undefined ? [] : [`Since ${since}.`]),
    ...(until === undefined ? [] : [`Up to ${until}.`]),
    ...(known ? [] : [`smtpd ${target}, the target release, does not have it.`]),
  ];
  const items = changes.map(({ release, text }) => {
    const later = isAtLeast(target, release) ? "" : ` (not yet in ${target})`;
    return prose`${strong(release)}${later}: ${manual(text)}`;
  });
  return [
    ...(dates.length === 0 ? [] : [paragraph([manual(dates.join(" "))])]),
    ...(items.length === 0 ? [] : [list(items)]),
  ];
}
