import type { KnownTable } from "../runtime/table.ts";
import { type Literal, wantsEntry } from "./literal.ts";
import { addressAt, endOfAddresses, nextPlace, rangesOf } from "./network-ranges.ts";
import type { Solution } from "./search-text.ts";
import { networksImplied, solvePatterns } from "./source-patterns.ts";

/** Ranges of addresses that agree with all networks, of which the first address is tried. */
const mostRanges = 1000;

/**
 * Finds the address of a client for literals about networks: the first one that agrees with all of them, from range to
 * range until one also agrees with whatever else is asked. Exact where nothing is.
 */
export function solveSource(
  literals: readonly Literal[],
  preferred: readonly string[],
  holds: (source: string) => boolean,
  spend?: (work: number) => void,
): Solution {
  const first = preferred.find(holds);
  if (first !== undefined) return { kind: "value", value: first };
  if (literals.some(isSocket)) return { kind: "none" };
  const networks = literals.flatMap((one): NetworkLiteral[] => {
    const { table, service } = one.condition;
    if (table?.kind !== "KnownTable") return [];
    if (service === "netaddr") return [{ table, inside: wantsEntry(one) }];
    const around = service === "regex" && wantsEntry(one) ? networksImplied(table) : undefined;
    return around === undefined ? [] : [{ table: around, inside: true }];
  });
  let place = firstAgreed(networks, 0n);
  if (place === endOfAddresses) return { kind: "none" };
  for (let tried = 0; tried < mostRanges && place < endOfAddresses; tried++) {
    const source = addressAt(place);
    if (holds(source)) return { kind: "value", value: source };
    place = firstAgreed(networks, endOfAgreement(networks, place));
  }
  return solvePatterns(literals, holds, spend);
}

/** Whether a client has to come by the socket, which is one of the preferred sources if it can. */
function isSocket(one: Literal): boolean {
  return one.condition.subject === "socket" && wantsEntry(one);
}

interface NetworkLiteral {
  readonly table: KnownTable;
  readonly inside: boolean;
}

/** The first place from one on that all literals agree with. */
function firstAgreed(literals: readonly NetworkLiteral[], from: bigint): bigint {
  let place = from;
  for (let agreeing = 0, index = 0; agreeing < literals.length && place < endOfAddresses; index++) {
    const { table, inside } = literals[index % literals.length] as NetworkLiteral;
    const next = nextPlace(rangesOf(table), place, inside);
    agreeing = next === place ? agreeing + 1 : 1;
    place = next;
  }
  return place;
}

/** The first place behind one that all literals agree with where one of them does not. */
function endOfAgreement(literals: readonly NetworkLiteral[], place: bigint): bigint {
  const ends = literals.map(({ table, inside }) => nextPlace(rangesOf(table), place, !inside));
  return ends.reduce((first, end) => (end < first ? end : first), endOfAddresses);
}
