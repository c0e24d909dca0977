import { type Command, Option } from "commander";
import { ruleCategories } from "smtpd-conf";
import type { ColorChoice } from "../options.ts";
import type { RulesOptions } from "../rules-options.ts";
import { colorOption, formatOption, rulesOption, targetOption } from "./common-options.ts";
import type { Done } from "./parsed.ts";

/** Adds `rules` to the program; what it is asked for goes to `done`. */
export function addRulesCommand(program: Command, done: Done): void {
  program
    .command("rules")
    .summary("list the rules")
    .description(
      "Lists the rules, and with --checks what smtpd refuses: all, or those that the words and options ask for.",
    )
    .argument("[word...]", "words that the code or the summary must hold")
    .option("--checks", "list the checks instead: what smtpd refuses, which cannot be switched off")
    .addOption(new Option("--category <category>", "those of a category").choices(ruleCategories))
    .addOption(new Option("--severity <severity>", "those of a severity").choices(["error", "warning", "info", "hint"]))
    .addOption(rulesOption("those of a set"))
    .addOption(new Option("--fixable", "those whose findings can be fixed"))
    .addOption(targetOption("those that hold for a release, such as 6.8.0p2"))
    .addOption(formatOption("how to show them"))
    .addOption(colorOption())
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", helpExamples)
    .action((words: readonly string[], given: Given) => {
      const options = { ...given, words, checks: given.checks ?? false, fixable: given.fixable ?? false };
      done({ kind: "run", run: async () => (await import("../commands/rules.ts")).listRules(options) });
    });
}

/** The options as commander gives them. */
interface Given extends Partial<Pick<RulesOptions, "category" | "severity" | "target" | "rules">> {
  readonly checks?: boolean;
  readonly fixable?: boolean;
  readonly format: RulesOptions["format"];
  readonly color: ColorChoice;
}

const helpExamples = `
Examples:
  smtpd-lint rules                         all of them
  smtpd-lint rules relay tls               … that have to do with both
  smtpd-lint rules --category security --severity error
  smtpd-lint rules --rules recommended --target 6.8
  smtpd-lint rules --format json | jq -r '.[].code'
  smtpd-lint explain open-relay            the page about one

Exit status:
  0  something is listed
  1  there is no such rule
  2  the command line makes no sense
`;
