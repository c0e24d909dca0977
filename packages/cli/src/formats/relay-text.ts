import { type Model, type RelayProof, type RelayWitness, type Span, trustedOption } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { ProvenRelay } from "../proven-relay.ts";
import { drawAccess } from "./access-table.ts";
import {
  actionRemarks,
  type Block,
  drawBlock,
  firstWord,
  type Indexes,
  inclusionRemarks,
  openIndexes,
  placeOf,
  type Remark,
} from "./block.ts";
import {
  describeAnswer,
  describeFilters,
  describeMending,
  describeOther,
  describeRelaying,
  describeWayIn,
  isCertain,
  isPrivate,
} from "./describe-relay.ts";
import { groupBy } from "./group-by.ts";
import { type Ink, openPaint, type Paint } from "./paint.ts";
import { connectionOf, dialogueOf } from "./relay-dialogue.ts";
import { visible } from "./visible.ts";

export interface RelayTextSettings {
  readonly colored: boolean;
  /** Whether the files of tables were read. */
  readonly readsFiles: boolean;
}

/**
 * The answer for people; for each way in which strangers relay where they come in, what they say, and which rule takes it;
 * and at last a table of who can write to whom.
 */
export function writeRelay(proven: ProvenRelay, { colored, readsFiles }: RelayTextSettings, output: Output): void {
  const { proof, model } = proven;
  const paint = openPaint(colored);
  const indexOf = openIndexes();
  const draw = (block: Block) => {
    const remarks = [...block.remarks, ...inclusionRemarks(block.span.source, indexOf)];
    output.write(`\n${drawBlock({ ...block, remarks }, indexOf, paint).join("\n")}\n`);
  };
  output.write(`${paint(inks[proof.answer], visible(describeAnswer(proven)))}\n`);
  for (const [witness, ...others] of alike(proof.witnesses)) {
    draw(blockOfListener(witness));
    output.write(`\n${transcriptOf(witness, paint).join("\n")}\n`);
    draw(blockOfRule(witness, others, { model, indexOf, readsFiles }));
  }
  output.write(`\n${drawAccess(proven.access, model.configuration.sources, indexOf, paint).join("\n")}\n`);
}

const inks: Readonly<Record<RelayProof["answer"], Ink>> = {
  no: "good",
  yes: "error",
  depends: "warning",
  unknown: "warning",
};

/** The witnesses that differ in nothing but the listener that they come in by, the worst in front. */
function alike(witnesses: readonly RelayWitness[]): readonly (readonly [RelayWitness, ...RelayWitness[]])[] {
  const sorted = [...witnesses].sort((one, other) => harmlessness(one) - harmlessness(other));
  return groupBy(sorted, ({ rule, domains, tables }) =>
    JSON.stringify([rule.number, domains, tables.map(({ name }) => name)]),
  );
}

/** How much there is to be said for a witness: that it depends on tables, a private network, a filter on the way. */
function harmlessness(witness: RelayWitness): number {
  return (isCertain(witness) ? 0 : 4) + (isPrivate(witness) ? 2 : 0) + (witness.filters.length > 0 ? 1 : 0);
}

function blockOfListener(witness: RelayWitness): Block {
  const { directive } = witness.listener;
  const filters = describeFilters(witness);
  return {
    span: directive.interface ?? firstWord(directive),
    ink: "info",
    label: "way in",
    message: describeWayIn(witness),
    code: undefined,
    remarks: filters === undefined ? [] : [["note", filters]],
  };
}

/** The session, a line for each turn. */
function transcriptOf(witness: RelayWitness, paint: Paint): readonly string[] {
  const turns = dialogueOf(witness).map((turn) =>
    "client" in turn ? `${paint("frame", "C:")} ${visible(turn.client)}` : `${paint("frame", "S:")} ${turn.server}`,
  );
  return [visible(connectionOf(witness)), ...turns].map((line) => `    ${line}`);
}

interface Surroundings {
  readonly model: Model;
  readonly indexOf: Indexes;
  readonly readsFiles: boolean;
}

function blockOfRule(
  witness: RelayWitness,
  others: readonly RelayWitness[],
  { model, indexOf, readsFiles }: Surroundings,
): Block {
  const { rule } = witness;
  const certain = isCertain(witness);
  const elsewhere = others.map((other): Remark => {
    return ["note", `${placeOf(other.listener.directive, indexOf)}: ${describeOther(other)}`];
  });
  return {
    span: spanOf(witness),
    ink: certain ? "error" : "warning",
    label: `rule ${rule.number} ${certain ? "takes it" : "may take it"}`,
    message: describeRelaying(witness),
    code: undefined,
    remarks: [
      ["help", describeMending(witness, readsFiles)],
      ...actionRemarks(rule.action ?? "", model, indexOf),
      ...elsewhere,
    ],
  };
}

/** What lets strangers through: the domains where they can be made up, else where the client comes from or what it says. */
function spanOf({ rule, domains }: RelayWitness): Span {
  const destination = rule.conditions.find(({ name }) => name === "for")?.option;
  const option = domains === "crafted" && destination !== undefined ? destination : trustedOption(rule);
  return option ?? firstWord(rule.directive);
}
