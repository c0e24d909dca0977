import { parseNetwork } from "../runtime/network.ts";
import type { KnownTable } from "../runtime/table.ts";
import { type Literal, wantsEntry } from "./literal.ts";
import { addressAt, placeOf } from "./network-ranges.ts";
import { regexEnds } from "./regex-ends.ts";
import { type Solution, searchText } from "./search-text.ts";
import { languageOf } from "./text-language.ts";
import { addressShape } from "./text-shapes.ts";

const implied = new WeakMap<readonly string[], KnownTable | undefined>();

/** The networks that all addresses lie in which the expressions of a table find; undefined where they say none. */
export function networksImplied({ name, keys }: KnownTable): KnownTable | undefined {
  if (!implied.has(keys)) {
    const networks = keys.map((key) => networkOf(regexEnds(key).head));
    const isKnown = networks.every((network) => network !== undefined);
    implied.set(keys, isKnown ? { kind: "KnownTable", name, keys: networks } : undefined);
  }
  return implied.get(keys);
}

/** The network of all addresses that begin so: `192.168.` is 192.168.0.0/16. */
function networkOf(head: string): string | undefined {
  if (!/^(?:\d{1,3}\.){1,3}/.test(head)) return undefined;
  const octets = head.split(".").slice(0, -1).slice(0, 4);
  return `${[...octets, "0", "0", "0"].slice(0, 4).join(".")}/${octets.length * 8}`;
}

/** Finds an address for the expressions among literals: by walking through all texts that look like one. */
export function solvePatterns(
  literals: readonly Literal[],
  holds: (source: string) => boolean,
  spend?: (work: number) => void,
): Solution {
  const patterns = literals.filter(({ condition }) => condition.service === "regex");
  const wanted = patterns.map((one) => {
    const language = languageOf(one.condition, "");
    return language && { language, member: wantsEntry(one) };
  });
  if (wanted.length === 0 || !wanted.every((one) => one !== undefined)) return { kind: "unknown" };
  const solution = searchText(addressShape, wanted, spend);
  if (solution.kind !== "value") return solution;
  return isAddress(solution.value) && holds(solution.value) ? solution : { kind: "unknown" };
}

/** Whether a text is an address as smtpd writes it. */
function isAddress(text: string): boolean {
  const network = parseNetwork(text);
  return network !== undefined && addressAt(placeOf(network)) === text;
}
