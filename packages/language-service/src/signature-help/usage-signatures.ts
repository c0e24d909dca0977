import {
  filterConditions,
  filterDecisions,
  filterPhases,
  isAvailable,
  type OptionInfo,
  optionUsage,
  phaseNamed,
  type SettingInfo,
  type StatementInfo,
  settings,
  settingUsage,
  statements,
  type ValueSyntax,
  valueSyntaxes,
} from "smtpd-conf";
import { manualPage } from "../hover/manual-page.ts";
import { type Block, codeBlock, manual, paragraph } from "../markdown.ts";
import { parameter, type Signature, word } from "./signature.ts";
import { nextPiece, usagePieces } from "./usage-pieces.ts";
import type { WrittenStatement } from "./written-statement.ts";

/** One form of a statement or a setting. */
interface Form {
  readonly info: StatementInfo | SettingInfo;
  readonly usage: string;
  /** How the value of a setting is written. */
  readonly syntax: ValueSyntax | undefined;
}

const forms: readonly Form[] = [
  ...(statements as readonly StatementInfo[]).flatMap((info) =>
    info.usage.map((usage) => ({ info, usage, syntax: undefined })),
  ),
  ...(settings as readonly SettingInfo[]).map((info) => ({ info, usage: settingUsage(info), syntax: info.syntax })),
];

/** The forms of the catalogue that fit what is there. */
export function usageSignatures(written: WrittenStatement): readonly Signature[] {
  const { cursor, tokens } = written;
  return forms
    .filter(({ info }) => info.words[0] === tokens[0]?.value && isAvailable(info, cursor.target))
    .flatMap((form) => usageSignature(written, form) ?? []);
}

function usageSignature(written: WrittenStatement, { info, usage, syntax }: Form): Signature | undefined {
  const { cursor, tokens, partial } = written;
  const pieces = usagePieces(usage);
  // What the condition of a filter consists of is no matter of the usage.
  const next = nextPiece(pieces, partial?.kind === "PhaseFilterDirective" ? tokens.slice(0, 5) : tokens);
  if (next === undefined) return undefined;
  const parts = pieces.map(({ text, isParameter }) => {
    if (!isParameter) return word(text);
    return parameter(text, syntax === undefined ? phaseBlocks(text, written) : syntaxBlocks(syntax));
  });
  const own = pieces.findIndex(({ text }) => text === pieceOfOption(written));
  const active = parts[own] ?? parts.slice(next).find((part) => part.parameter !== undefined);
  return { parts, active, documentation: manualPage([], info, cursor.target) };
}

/** The piece of a phase filter that stands for the condition or decision that is being written. */
function pieceOfOption({ active, partial }: WrittenStatement): string | undefined {
  if (partial?.kind !== "PhaseFilterDirective") return undefined;
  if (active === undefined) return partial.condition === undefined ? undefined : "DECISION";
  return (filterDecisions as readonly OptionInfo[]).includes(active) ? "DECISION" : "[!]CONDITION";
}

/** What can stand in the place of a piece of a phase filter. */
function phaseBlocks(text: string, written: WrittenStatement): readonly Block[] {
  const { partial, active, cursor } = written;
  if (partial?.kind !== "PhaseFilterDirective") return [];
  if (active !== undefined && text === pieceOfOption(written)) {
    return manualPage([optionUsage(active)], active, cursor.target);
  }
  const phase = phaseNamed(partial.phase?.value);
  if (text === "PHASE") return [codeBlock(filterPhases.map(({ name }) => name).join("\n"))];
  if (text === "[!]CONDITION") return [usages(filterConditions, phase?.conditions)];
  return text === "DECISION" ? [usages(filterDecisions, phase?.decisions)] : [];
}

function usages(infos: readonly OptionInfo[], allowed: readonly string[] | undefined): Block {
  const fitting = infos.filter(({ name }) => allowed === undefined || allowed.includes(name));
  return codeBlock(fitting.map((info) => optionUsage(info)).join("\n"));
}

function syntaxBlocks(syntax: ValueSyntax): readonly Block[] {
  const info = valueSyntaxes.find(({ name }) => name === syntax);
  return info === undefined ? [] : [paragraph([manual(info.manual)])];
}
