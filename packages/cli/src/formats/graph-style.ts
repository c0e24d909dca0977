import type { GraphEdge, GraphState } from "smtpd-conf";
import { plainText } from "./graph-text.ts";

type Standing = Pick<GraphEdge, "state" | "certain">;

/** The colours of lines, of the ground of boxes, and of what is written on that. */
interface Palette {
  readonly line: string;
  readonly ground: string;
  readonly text: string;
}

/** Lines can be told from white and from black; what is written stands on a ground of its own. */
export const inks: Readonly<Record<GraphState, Palette>> = {
  plain: { line: "#708090", ground: "#f4f7fa", text: "#17202b" },
  dead: { line: "#8f979f", ground: "#e4e6e9", text: "#59616a" },
  open: { line: "#d1242f", ground: "#ffe3e0", text: "#82071e" },
};

const perhapsOpen: Palette = { ...inks.open, ground: "#fff6f5" };

export function paletteOf({ state, certain }: Standing): Palette {
  return state === "open" && !certain ? perhapsOpen : inks[state];
}

/** For what is written on the ground of the page, whatever that is: the contrast is 4.5 to white and 4.7 to black. */
export const quietInk = "#757575";

/** For the lines of listeners. */
const laneInks = ["#2f74c0", "#8a5cc2", "#178a6d", "#b3741a", "#b14c86", "#5f7f1f"];

export function laneInk(index: number): string {
  return laneInks[index % laneInks.length] ?? quietInk;
}

/** For the lines of actions, which have nothing to do with those of listeners. */
const actionInks = ["#5b7f9e", "#8c7aa8", "#5d9183", "#a38a58", "#9c6c88", "#7d8a58"];

export function actionInk(index: number): string {
  return actionInks[index % actionInks.length] ?? quietInk;
}

/** Width and dashes of a line as attributes: dead ends are dotted, what may be an open door is dashed. */
export function strokeOf({ state, certain }: Standing): string {
  if (state === "open") return certain ? ' stroke-width="2.4"' : ' stroke-width="2" stroke-dasharray="7 4"';
  return state === "dead" ? ' stroke-width="1.2" stroke-dasharray="2 3"' : ' stroke-width="1.4"';
}

/** A text as it stands in XML. */
export function escaped(value: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const lines = value.split("\n").map((line) => plainText(line).replace(/[\ufffe\uffff]/g, "\ufffd"));
  return lines.join("\n").replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

export function drawText(x: number, y: number, value: string, ink: string, style = ""): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${ink}"${style}>${escaped(value)}</text>`;
}

/** Tenths of a pixel are fine enough. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
