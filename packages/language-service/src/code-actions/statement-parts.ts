import {
  childrenOf,
  type FilterList,
  type InlineTable,
  isEditable,
  type Line,
  type Option,
  type Token,
  type Word,
} from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";
import { isAround, type Place } from "./place.ts";

/** The options, conditions and decisions of a statement. */
export function optionsOf(line: Line): readonly Option[] {
  return childrenOf(line).filter((node) => node.kind === "Option");
}

/** Whether a statement stands in the document from its first token to its last one. */
export function isWhole({ source }: Snapshot, { source: own, tokens }: Line): boolean {
  return own === source && tokens.at(-1)?.source === source;
}

/** Whether a token was written at this place of the document, and not by a macro. */
export function isWrittenHere({ source }: Snapshot, token: Token): boolean {
  return token.source === source && isEditable(token);
}

/** The list in braces around a place; undefined where a macro wrote its braces. */
export function listAround(place: Place): InlineTable | FilterList | undefined {
  const { line, snapshot } = place;
  if (line === undefined || line.kind === "BrokenStatement" || !isWhole(snapshot, line)) return undefined;
  const nodes = childrenOf(line).flatMap((node) => (node.kind === "Option" ? childrenOf(node) : [node]));
  const list = nodes.find((node) => isList(node) && isAround(place, node));
  const { text } = snapshot.source;
  if (list === undefined || text.charAt(list.start) !== "{" || text.charAt(list.end - 1) !== "}") return undefined;
  return list as InlineTable | FilterList;
}

function isList({ kind }: { readonly kind: string }): boolean {
  return kind === "InlineTable" || kind === "FilterList";
}

/** Whether a comment stands within a range of the document. */
export function hasComment({ configuration, source }: Snapshot, { start, end }: Pick<Token, "start" | "end">): boolean {
  return configuration.comments.some((one) => one.source === source && one.start < end && start < one.end);
}

/** The word around a place, written there. */
export function wordAround(place: Place): Word | undefined {
  const { line, snapshot } = place;
  const token = line?.tokens.find(
    (one) => isAround(place, one) && one.kind !== "Newline" && one.kind !== "Punctuation",
  );
  return token?.kind === "String" && isWrittenHere(snapshot, token) ? (token as Word) : undefined;
}
