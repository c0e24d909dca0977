import type { Access, AccessWay, Listener, Source } from "smtpd-conf";
import type { Indexes } from "./block.ts";
import { displayWidth } from "./display-width.ts";
import { groupBy } from "./group-by.ts";
import { linePlace } from "./line-place.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Who sends, where that comes in, to which domains, and what becomes of it. */
type Row = readonly [party: string, entrance: string, recipients: string, outcome: string];

const header: Row = ["who", "comes in by", "writes to", "and then"];

/** A table of who can write to whom, as lines. */
export function drawAccess(
  access: readonly Access[],
  sources: readonly Source[],
  indexOf: Indexes,
  paint: Paint,
): readonly string[] {
  const rows = [header, ...accessRows(access, sources, indexOf)].map((row) => row.map((cell) => visible(cell)));
  const widths = header.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const [head = "", ...lines] = rows.map((row) =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0)).join("  "),
  );
  return [paint("strong", head.trimEnd()), ...lines.map((line) => line.trimEnd())];
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(width - displayWidth(cell));
}

/** A row for each party and each thing that becomes of its mail: listeners and recipients that fare alike share it. */
function accessRows(access: readonly Access[], sources: readonly Source[], indexOf: Indexes): readonly Row[] {
  const alike = groupBy(access, (one) => JSON.stringify([one.party, one.recipients, outcomeOf(one)]));
  const rows = alike.map(([first, ...others]): Row => {
    const listeners = [first, ...others].flatMap((one) => entrancesOf(one, sources, indexOf));
    return [parties[first.party], joined(listeners), recipients[first.recipients], outcomeOf(first)];
  });
  return groupBy(rows, ([party, entrance, , outcome]) => JSON.stringify([party, entrance, outcome])).map(
    ([first, ...others]) => (others.length === 0 ? first : [first[0], first[1], "all domains", first[3]]),
  );
}

const parties: Readonly<Record<Access["party"], string>> = {
  stranger: "strangers",
  user: "users who log in",
  machine: "this machine",
};

const recipients: Readonly<Record<Access["recipients"], string>> = { own: "own domains", foreign: "other domains" };

/** The socket is there also where no statement is about it. */
function entrancesOf({ listeners }: Access, sources: readonly Source[], indexOf: Indexes): readonly string[] {
  return listeners.length === 0 ? ["socket"] : listeners.map((listener) => entranceOf(listener, sources, indexOf));
}

function entranceOf({ exposure, directive }: Listener, sources: readonly Source[], indexOf: Indexes): string {
  if (exposure === "socket") return "socket";
  const { line, path } = linePlace(directive, sources, indexOf);
  return path === undefined ? `line ${line}` : `${path}:${line}`;
}

/** `socket, lines 4, 7` */
function joined(entrances: readonly string[]): string {
  const names = [...new Set(entrances)];
  const lines = names.filter(isLine).map((name) => name.slice("line ".length));
  const numbers = lines.length === 0 ? [] : [`${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`];
  return [...names.filter((name) => !isLine(name)), ...numbers].join(", ");
}

function isLine(entrance: string): boolean {
  return /^line \d+$/.test(entrance);
}

/** `rule 1 delivers, rule 3 may relay, else refused` */
function outcomeOf({ ways, complete }: Access): string {
  if (ways.length === 0) return complete ? "filters refuse it" : "not known";
  const outcomes = ways.map((way) => describeWay(way, ways.length === 1));
  return [...outcomes, ...(complete ? [] : ["perhaps others"])].join(", ");
}

const verbs: Readonly<Record<Exclude<AccessWay["outcome"], "no-match">, string>> = {
  delivered: "deliver",
  relayed: "relay",
  rejected: "reject",
  "temporary-failure": "fail",
};

function describeWay({ outcome, rule, tables }: AccessWay, alone: boolean): string {
  if (outcome === "no-match") return alone ? "refused" : "else refused";
  return `rule ${rule?.number} ${tables.length === 0 ? `${verbs[outcome]}s` : `may ${verbs[outcome]}`}`;
}
