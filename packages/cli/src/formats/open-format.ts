import { fstatSync } from "node:fs";
import { newestRelease } from "smtpd-conf";
import type { ColorChoice, Options } from "../options.ts";
import type { Output } from "../output.ts";
import type { Format, FormatSettings } from "../report.ts";
import { wantsColor } from "./paint.ts";
import { openText } from "./text.ts";

/** Opens the format of the options. One that is not always needed is loaded only then. */
export async function openFormat(options: Options, output: Output): Promise<Format> {
  const { target = newestRelease, color, format, verdictOnly, quiet } = options;
  if (format === "json") return (await import("./json.ts")).openJson(output, { target });
  const settings: FormatSettings = { target, colored: await isColored(color), summary: !verdictOnly && !quiet };
  return openText(output, settings);
}

/** Whether what goes to standard output is to be coloured. */
export async function isColored(color: ColorChoice): Promise<boolean> {
  return wantsColor(color, process.env, color === "auto" && (await writesToTerminal()));
}

async function writesToTerminal(): Promise<boolean> {
  try {
    return fstatSync(1).isCharacterDevice() && (await import("node:tty")).isatty(1);
  } catch {
    return false;
  }
}
