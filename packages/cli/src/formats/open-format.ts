import { fstatSync } from "node:fs";
import { newestRelease } from "smtpd-conf";
import type { ColorChoice, Options } from "../options.ts";
import { type Output, openOutput } from "../output.ts";
import type { Format, FormatSettings } from "../report.ts";
import type { FormatName } from "./format-names.ts";
import { wantsColor } from "./paint.ts";
import { openText } from "./text.ts";

/** Opens the format of the options. A report that goes into a file leaves its last sentence on a standard stream. */
export async function openFormat(options: Options, output: Output, stream: 1 | 2 = 1): Promise<Format> {
  const { target = newestRelease, color, outputFile, verdictOnly, quiet } = options;
  const summary = !verdictOnly && !quiet;
  const colored = await isColored(color, stream);
  if (outputFile === undefined) return openNamed(options.format, { target, colored, summary }, output);
  const format = await openNamed(options.format, { target, colored: color === "always", summary }, output);
  if (!summary) return format;
  return (await import("./with-summary.ts")).withSummary(format, { colored }, openOutput(stream));
}

/** One that is not always needed is loaded only then. */
async function openNamed(format: FormatName, settings: FormatSettings, output: Output): Promise<Format> {
  switch (format) {
    case "json":
      return (await import("./json.ts")).openJson(output, settings);
    case "sarif":
      return (await import("./sarif.ts")).openSarif(output, settings);
    case "github":
      return (await import("./github.ts")).openGithub(output);
    case "gitlab":
      return (await import("./gitlab.ts")).openGitlab(output);
    case "junit":
      return (await import("./junit.ts")).openJunit(output);
    case "checkstyle":
      return (await import("./checkstyle.ts")).openCheckstyle(output);
    case "unix":
      return (await import("./unix.ts")).openUnix(output);
    case "text":
      return openText(output, settings);
  }
}

/** Whether what goes to a standard stream is to be coloured. */
export async function isColored(color: ColorChoice, stream: 1 | 2 = 1): Promise<boolean> {
  return wantsColor(color, process.env, color === "auto" && (await writesToTerminal(stream)));
}

/** Whether a standard stream is a terminal. */
export async function writesToTerminal(stream: 1 | 2 = 1): Promise<boolean> {
  try {
    return fstatSync(stream).isCharacterDevice() && (await import("node:tty")).isatty(stream);
  } catch {
    return false;
  }
}
