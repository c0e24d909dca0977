import type { Condition, Decision, Envelope, Miss, Model, Outcome } from "smtpd-conf";
import type { DecidedEnvelope } from "../decided-envelope.ts";
import type { Output } from "../output.ts";
import {
  actionRemarks,
  type Block,
  drawBlock,
  fileHelp,
  firstWord,
  type Indexes,
  inclusionRemarks,
  openIndexes,
  type Remark,
} from "./block.ts";
import { describeMiss } from "./describe-miss.ts";
import { type Ink, openPaint } from "./paint.ts";
import { visible } from "./visible.ts";

export interface MatchTextSettings {
  readonly colored: boolean;
  /** Whether the files of tables were read. */
  readonly readsFiles: boolean;
}

/** Decisions for people: why each rule before the one that decides does not, that one, and a sentence about the envelope. */
export function writeDecisions(
  decided: readonly DecidedEnvelope[],
  model: Model,
  { colored, readsFiles }: MatchTextSettings,
  output: Output,
): void {
  const paint = openPaint(colored);
  const indexOf = openIndexes();
  let separator = "";
  const write = (text: string) => {
    output.write(`${separator}${text}\n`);
    separator = "\n";
  };
  for (const { envelope, decision } of decided) {
    const blocks = [
      ...decision.misses.map((miss) => blockOfMiss(miss, envelope)),
      ...blocksOfDecision(decision, model, indexOf, readsFiles),
    ];
    for (const block of blocks) {
      const remarks = [...block.remarks, ...inclusionRemarks(block.span.source, indexOf)];
      write(drawBlock({ ...block, remarks }, indexOf, paint).join("\n"));
    }
    write(paint(inks[decision.outcome], visible(`${journeyOf(envelope)}: ${verdictOf(decision)}.`)));
  }
}

const inks: Readonly<Record<Outcome, Ink>> = {
  action: "good",
  reject: "error",
  "no-match": "error",
  "temporary-failure": "error",
  unknown: "warning",
};

function blockOfMiss(miss: Miss, envelope: Envelope): Block {
  const { rule, condition } = miss;
  const label = `rule ${rule.number} does not match`;
  const span = condition.option ?? firstWord(rule.directive);
  return { span, ink: "info", label, message: describeMiss(miss, envelope), code: condition.name, remarks: [] };
}

/** The block about the rule that decides, or that nobody can tell of; none where there is no such rule. */
function blocksOfDecision(
  { rule, condition, outcome }: Decision,
  model: Model,
  indexOf: Indexes,
  readsFiles: boolean,
): readonly Block[] {
  if (rule === undefined) return [];
  const { directive, number } = rule;
  const common = { ink: inks[outcome], code: condition?.name, remarks: [] as readonly Remark[] };
  const span = condition?.option ?? directive.action ?? directive.reject ?? firstWord(directive);
  switch (outcome) {
    case "action":
      return [{ ...common, span, label: `rule ${number} decides`, ...aboutAction(rule.action ?? "", model, indexOf) }];
    case "reject":
      return [{ ...common, span, label: `rule ${number} decides`, message: "The recipient is refused with 550." }];
    case "temporary-failure":
      return [{ ...common, span, label: `rule ${number} fails`, message: failure }];
    case "unknown":
    case "no-match":
      return [{ ...common, span, label: `rule ${number} may match`, ...aboutDoubt(condition, readsFiles) }];
  }
}

const failure = "smtpd cannot evaluate this condition: it answers 451 and tries no other rule.";

function aboutAction(name: string, model: Model, indexOf: Indexes): Pick<Block, "message" | "remarks"> {
  return { message: `The action is "${name}".`, remarks: actionRemarks(name, model, indexOf) };
}

function aboutDoubt(condition: Condition | undefined, readsFiles: boolean): Pick<Block, "message" | "remarks"> {
  const table = condition?.table;
  if (table?.kind !== "UnknownTable")
    return { message: "It has a pattern that only the daemon can read.", remarks: [] };
  const message = `It depends on what the table "${table.name}" holds, which is not known here.`;
  return { message, remarks: readsFiles ? [] : [["help", fileHelp]] };
}

/** `anna@example.org from 203.0.113.9` */
function journeyOf({ rcptTo, source }: Envelope): string {
  return `${rcptTo} from ${source === "local" ? "the socket" : source}`;
}

function verdictOf({ outcome, rule }: Decision): string {
  switch (outcome) {
    case "action":
      return `rule ${rule?.number} takes it with action "${rule?.action}"`;
    case "reject":
      return `rule ${rule?.number} rejects it`;
    case "no-match":
      return "no rule matches, so smtpd refuses it with 550";
    case "temporary-failure":
      return `rule ${rule?.number} ends it with a temporary failure, 451`;
    case "unknown":
      return `whether rule ${rule?.number} decides cannot be told`;
  }
}
