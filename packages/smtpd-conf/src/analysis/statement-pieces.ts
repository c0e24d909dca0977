import type { Release } from "../language/releases.ts";
import type {
  FilterDirective,
  FilterList,
  InlineTable,
  Option,
  ProcExecFilterDirective,
  TableArgument,
  TableReference,
} from "../parser/ast/nodes.ts";
import { writeWord } from "../parser/write-word.ts";
import type { EffectiveConfiguration, EffectiveStatement } from "./effective-configuration.ts";
import type { EffectiveListener } from "./effective-listeners.ts";
import { type EffectiveOption, givenOptions, type WrittenValue } from "./effective-options.ts";
import type { WrittenCondition } from "./written-condition.ts";

/** Part of a statement that stays in one piece: a word, an option with its argument, or a list that may take many lines. */
export type Piece = string | { readonly before: string; readonly entries: readonly string[]; readonly behind: string };

/** What is needed to write arguments. */
export interface Writing {
  readonly target: Release;
  /** The tables without a name by the names that smtpd gives them, `<dynamic:0>` and so on: these change with the order. */
  readonly anonymous: ReadonlyMap<string, TableArgument>;
}

export function writingOf({ model: { target, tableUses } }: EffectiveConfiguration): Writing {
  const own = tableUses.map(({ argument }) => argument).filter(({ kind }) => kind !== "TableReference");
  return { target, anonymous: new Map(own.map((argument, index) => [`<dynamic:${index}>`, argument])) };
}

/** A statement in words of the target, in the order in which they stand. */
export function piecesOf(statement: EffectiveStatement, writing: Writing): readonly Piece[] {
  const word = (value: string) => writeWord(value, writing.target);
  switch (statement.kind) {
    case "setting":
      return [statement.name, ...(statement.values.length > 0 ? [valuesText(statement.values, writing)] : [])];
    case "limits":
      return limitPieces(statement, writing);
    case "pki":
      return [`pki ${word(statement.name)}`, ...optionsPieces(statement.options, writing)];
    case "ca":
      return [`ca ${word(statement.name)}`, `cert ${word(statement.cert)}`];
    case "wrapper":
      return [`mda wrapper ${word(statement.line.name.value)}`, word(statement.line.command.value)];
    case "proc":
      return [`proc ${word(statement.line.name.value)}`, ...processPieces(statement.line, writing)];
    case "table":
      return tablePieces(statement.line, writing);
    case "filter":
      return filterPieces(statement.line, writing);
    case "listener":
      return [listenerHead(statement, writing), ...optionsPieces(statement.options, writing)];
    case "action":
      return [
        `action ${word(statement.line.name.value)}`,
        ...optionsPieces([statement.method, ...statement.options], writing),
      ];
    case "rule":
      return rulePieces(statement, writing);
  }
}

type Of<Kind extends EffectiveStatement["kind"]> = Extract<EffectiveStatement, { readonly kind: Kind }>;

function limitPieces({ scope, domain, families, limits }: Of<"limits">, { target }: Writing): readonly Piece[] {
  const ofDomain = domain === undefined ? [] : [`for domain ${writeWord(domain, target)}`];
  return [
    `${scope} limit`,
    ...ofDomain,
    ...families,
    ...limits.map(([name, number]) => `${writeWord(name, target)} ${number}`),
  ];
}

function tablePieces({ name, config, entries }: Of<"table">["line"], writing: Writing): readonly Piece[] {
  const head = `table ${writeWord(name.value, writing.target)}`;
  if (entries !== undefined) return [listPiece(head, entries, writing)];
  return [head, writeWord(config?.value ?? "", writing.target)];
}

function rulePieces({ rule: { action }, conditions }: Of<"rule">, writing: Writing): readonly Piece[] {
  const decision = action === undefined ? "reject" : `action ${writeWord(action, writing.target)}`;
  return ["match", ...conditions.map((one) => conditionPiece(one, writing)), decision];
}

function listenerHead({ line }: EffectiveListener, writing: Writing): string {
  const address = line?.interface;
  return `listen on ${address === undefined ? "socket" : writeWord(address.value, writing.target)}`;
}

function processPieces(
  { command, options }: Pick<ProcExecFilterDirective, "command" | "options">,
  writing: Writing,
): readonly Piece[] {
  return [writeWord(command.value, writing.target), ...optionsPieces(givenOptions(options, []), writing)];
}

function filterPieces(line: FilterDirective, writing: Writing): readonly Piece[] {
  const head = `filter ${writeWord(line.name.value, writing.target)}`;
  switch (line.kind) {
    case "ProcFilterDirective":
      return [head, `proc ${writeWord(line.proc.value, writing.target)}`];
    case "ProcExecFilterDirective":
      return [`${head} proc-exec`, ...processPieces(line, writing)];
    case "ChainFilterDirective":
      return [listPiece(`${head} chain`, line.filters, writing)];
    case "PhaseFilterDirective": {
      const decision = optionsPieces(givenOptions([line.decision], []), writing);
      return [
        `${head} phase ${line.phase.value} match`,
        conditionPiece(asCondition(line.condition), writing),
        ...decision,
      ];
    }
  }
}

function asCondition({ not, scope, name, regex, argument }: Option): WrittenCondition {
  return {
    kind: "WrittenCondition",
    negated: not !== undefined,
    scope: scope?.value as WrittenCondition["scope"],
    name,
    regex: regex !== undefined,
    argument: argument as WrittenCondition["argument"],
  };
}

function conditionPiece({ negated, scope, name, regex, argument }: WrittenCondition, writing: Writing): Piece {
  const words = [scope, name, regex ? "regex" : undefined].filter((word) => word !== undefined);
  return argumentPiece(`${negated ? "!" : ""}${words.join(" ")}`, argument, writing);
}

function optionsPieces(options: readonly EffectiveOption[], writing: Writing): readonly Piece[] {
  return options.flatMap((option) => optionPieces(option, writing));
}

function optionPieces({ name, argument, suffix, suffixArgument }: EffectiveOption, writing: Writing): readonly Piece[] {
  const behind = [suffix, suffixArgument && valueText(suffixArgument, writing)].filter((word) => word !== undefined);
  return [argumentPiece(name, argument, writing), ...(behind.length > 0 ? [behind.join(" ")] : [])];
}

function argumentPiece(before: string, argument: EffectiveOption["argument"], writing: Writing): Piece {
  if (argument === undefined) return before;
  if (argument.kind === "TableReference") return referencePiece(before, argument, writing);
  if (argument.kind === "InlineTable" || argument.kind === "FilterList") return listPiece(before, argument, writing);
  return `${before} ${valueText(argument, writing)}`;
}

function referencePiece(before: string, { name }: TableReference, writing: Writing): Piece {
  const own = writing.anonymous.get(name.value);
  return own === undefined
    ? `${before} <${writeWord(name.value, writing.target)}>`
    : argumentPiece(before, own, writing);
}

function valuesText(values: readonly WrittenValue[], writing: Writing): string {
  return values.map((value) => valueText(value, writing)).join(", ");
}

function valueText({ kind, value }: WrittenValue, writing: Writing): string {
  return kind === "String" ? writeWord(value, writing.target) : value;
}

function listPiece(before: string, list: InlineTable | FilterList, writing: Writing): Piece {
  const entries = list.kind === "FilterList" ? list.names.map((key) => ({ key, value: undefined })) : list.entries;
  const texts = entries.map(({ key, value }) => {
    const text = writeWord(key.value, writing.target);
    return value === undefined ? text : `${text} = ${writeWord(value.value, writing.target)}`;
  });
  return { before: `${before} {`, entries: texts, behind: "}" };
}
