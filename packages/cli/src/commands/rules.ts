import { type Check, checks, type Rule, releases, rules, selectRules } from "smtpd-conf";
import { complain } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeRule } from "../formats/describe-rule.ts";
import { drawRules } from "../formats/draw-rules.ts";
import { isColored } from "../formats/open-format.ts";
import { openPaint } from "../formats/paint.ts";
import { textWidth } from "../formats/text-width.ts";
import { openOutput } from "../output.ts";
import type { RulesOptions } from "../rules-options.ts";

/** Lists rules or checks; gives what to end with. */
export async function listRules(options: RulesOptions): Promise<ExitCode> {
  const found = (options.checks ? checks : rulesFor(options)).filter((one) => hasWords(one, options.words));
  if (found.length === 0 && options.format === "text")
    return complain({ complaint: "There is no such rule.", code: exitCodes.refused });
  const descriptions = found.map(describeRule);
  const output = openOutput(1);
  if (options.format === "json") output.write(`${JSON.stringify(descriptions, null, 2)}\n`);
  else output.write(drawRules(descriptions, openPaint(await isColored(options.color)), textWidth()));
  output.flush();
  return found.length === 0 ? exitCodes.refused : exitCodes.accepted;
}

/** Those of a set, for a release or for any. */
function rulesFor({ category, severity, rules: preset = "all", fixable, target }: RulesOptions): readonly Rule[] {
  const targets = target === undefined ? releases : [target];
  const codes = new Set(targets.flatMap((one) => selectRules(rules, { preset }, one)).map(({ code }) => code));
  return rules.filter(
    (rule) =>
      codes.has(rule.code) &&
      (category === undefined || rule.category === category) &&
      (severity === undefined || rule.severity === severity) &&
      (!fixable || rule.fix !== undefined),
  );
}

function hasWords({ code, summary }: Check, words: readonly string[]): boolean {
  const text = `${code} ${summary}`.toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}
