import { checks, rules } from "smtpd-conf";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeRule } from "../formats/describe-rule.ts";
import { drawPage } from "../formats/draw-page.ts";
import { isColored } from "../formats/open-format.ts";
import { openPaint } from "../formats/paint.ts";
import { textWidth } from "../formats/text-width.ts";
import type { ColorChoice } from "../options.ts";
import { openOutput } from "../output.ts";
import { pageText } from "../pages.ts";

/** How to show a page. */
export interface PageOptions {
  readonly color: ColorChoice;
  readonly format: "text" | "json";
}

/** Shows the page about a check or a rule. */
export async function explainCode(code: string, { color, format }: PageOptions): Promise<ExitCode> {
  const output = openOutput(1);
  const subject = [...checks, ...rules].find((one) => one.code === code);
  const page = pageText(code);
  if (subject === undefined || page === undefined) throw new Error(`there is no page about ${code}`);
  if (format === "json") output.write(`${JSON.stringify({ ...describeRule(subject), page }, null, 2)}\n`);
  else output.write(drawPage(page, describeRule(subject), openPaint(await isColored(color)), textWidth()));
  output.flush();
  return exitCodes.accepted;
}
