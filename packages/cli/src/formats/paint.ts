import type { ColorChoice } from "../options.ts";

/** What a piece of output is, so that it can have a colour of its own. */
export type Ink = "error" | "warning" | "info" | "hint" | "place" | "code" | "frame" | "good" | "strong";

/** Colours a text, or leaves it as it is. */
export type Paint = (ink: Ink, text: string) => string;

/** Parameters of the terminal's "select graphic rendition", ECMA-48 section 8.3.117. */
const renditions: Readonly<Record<Ink, string>> = {
  error: "1;31",
  warning: "1;33",
  info: "1;34",
  hint: "1;36",
  place: "1",
  code: "2",
  frame: "34",
  good: "32",
  strong: "1",
};

export function openPaint(colored: boolean): Paint {
  if (!colored) return (_ink, text) => text;
  return (ink, text) => (text === "" ? "" : `\x1b[${renditions[ink]}m${text}\x1b[0m`);
}

/**
 * Whether to use colours. `--color` decides first, then FORCE_COLOR (`0` and `false` mean no), then NO_COLOR where it is
 * not empty (no-color.org), and last whether a terminal is there that can show them.
 */
export function wantsColor(choice: ColorChoice, environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return terminal !== "dumb" && isTerminal;
}
