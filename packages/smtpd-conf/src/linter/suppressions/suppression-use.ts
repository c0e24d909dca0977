import { type Analysis, openAnalysis } from "../../analysis/analysis.ts";
import type { Check, CheckContext } from "../check.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** What a run of rules is given. */
export type RunInput = Omit<CheckContext, "report">;

/** Runs rules over a configuration. */
export type RunRules = (list: readonly Check[], input: RunInput) => readonly Diagnostic[];

/**
 * What a rule says where less is known: of the text alone, without a machine and the files of tables. A comment can be of
 * use there. Undefined where the rule could say more where more is known: it asks for what this run does not know.
 */
export function findingsElsewhere(rule: Check, input: RunInput, run: RunRules): readonly Diagnostic[] | undefined {
  if (asksForUnknown(rule, input, run)) return undefined;
  const { machine, model, analysis } = input;
  if (machine === undefined && analysis.tableFiles === undefined) return [];
  return run([rule], { ...input, machine: undefined, analysis: openAnalysis(model) });
}

/** Whether a rule, when it runs, asks the machine or for what stands in the files of tables, and that is not known. */
function asksForUnknown(rule: Check, input: RunInput, run: RunRules): boolean {
  const unknown = unknownOf(input);
  if (!unknown.machine && !unknown.mail) return false;
  let asks = false;
  const ask = (isUnknown: boolean) => {
    asks ||= isUnknown;
  };
  run([{ ...rule, create: (context) => rule.create(watched(context, unknown, ask)) }], input);
  return asks;
}

/** What is not known. What becomes of mail rests on the names of the machine and on the entries of all tables. */
interface Unknown {
  readonly machine: boolean;
  readonly tableFiles: boolean;
  readonly mail: boolean;
}

function unknownOf({ machine, analysis, configuration }: RunInput): Unknown {
  const hasTableFile = configuration.lines.some((line) => line.kind === "TableDirective" && line.config !== undefined);
  const tableFiles = analysis.tableFiles === undefined && hasTableFile;
  return { machine: machine === undefined, tableFiles, mail: tableFiles || machine?.facts === undefined };
}

/** A context that says of each question whether its answer is unknown. */
function watched(context: CheckContext, unknown: Unknown, ask: (isUnknown: boolean) => void): CheckContext {
  const { machine, analysis } = context;
  const asking = <T>(isUnknown: boolean, answer: () => T): T => {
    ask(isUnknown);
    return answer();
  };
  const watchedAnalysis: Analysis = {
    ...analysis,
    get tableFiles() {
      return asking(unknown.tableFiles, () => analysis.tableFiles);
    },
    ruleset: () => asking(unknown.mail, analysis.ruleset),
    reach: () => asking(unknown.mail, analysis.reach),
    relay: () => asking(unknown.mail, analysis.relay),
    ownDomains: () => asking(unknown.mail, analysis.ownDomains),
    ownMail: () => asking(unknown.mail, analysis.ownMail),
  };
  return {
    ...context,
    analysis: watchedAnalysis,
    get machine() {
      return asking(unknown.machine, () => machine);
    },
  };
}
