import type { GraphNode, GraphState, MailGraph } from "smtpd-conf";
import { measures } from "./graph-layout.ts";
import { drawText, laneInk, paletteOf, quietInk, strokeOf } from "./graph-style.ts";

type Sign =
  | { readonly kind: "dot"; readonly certain: boolean }
  | ({ readonly kind: "box" } & Pick<GraphNode, "state" | "certain">);

type Entry = readonly [sign: Sign, words: string];

/** What the signs mean that a picture has, below it. */
export function drawLegend(
  graph: MailGraph,
  top: number,
): { readonly lines: readonly string[]; readonly width: number; readonly height: number } {
  const entries = entriesFor(graph);
  const lines = entries.flatMap(([sign, words], index) => {
    const y = Math.round(top) + 6 + index * 22;
    return [drawSign(sign, y), drawText(measures.margin + 34, y + 4.5, words, quietInk)];
  });
  const longest = Math.max(...entries.map(([, words]) => words.length));
  return { lines, width: measures.margin * 2 + 34 + longest * measures.character, height: entries.length * 22 + 10 };
}

function entriesFor({ nodes, edges }: MailGraph): readonly Entry[] {
  const has = (state: GraphState, certain: boolean) => {
    return [...nodes, ...edges].some((one) => one.state === state && one.certain === certain);
  };
  const entries: readonly (readonly [shown: boolean, ...Entry])[] = [
    [true, { kind: "dot", certain: true }, "Mail of this listener comes to this rule, which decides about it."],
    [has("plain", false), { kind: "dot", certain: false }, "Perhaps: the search came to its bounds."],
    [has("open", true), { kind: "box", state: "open", certain: true }, "Strangers can relay this way."],
    [
      has("open", false),
      { kind: "box", state: "open", certain: false },
      "Perhaps they can: it depends on tables that are not known here.",
    ],
    [has("dead", true), { kind: "box", state: "dead", certain: true }, "No mail comes here."],
  ];
  return entries.flatMap(([shown, sign, words]) => (shown ? [[sign, words] as const] : []));
}

function drawSign(sign: Sign, y: number): string {
  if (sign.kind === "dot") {
    const ink = laneInk(0);
    const ground = sign.certain ? ink : "#ffffff";
    return `<circle cx="${measures.margin + 12}" cy="${y}" r="5" fill="${ground}" stroke="${ink}" stroke-width="2"/>`;
  }
  const { line, ground } = paletteOf(sign);
  const shape = `x="${measures.margin}" y="${y - 7}" width="24" height="14" rx="3"`;
  return `<rect ${shape} fill="${ground}" stroke="${line}"${strokeOf(sign)}/>`;
}
