import {
  type ActionDirective,
  addressFamilies,
  type ConditionInfo,
  type Continuation,
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  filterConditions,
  filterDecisions,
  filterPhases,
  forConditions,
  fromConditions,
  interfaceOptions,
  isAvailable,
  type LimitScope,
  limits,
  type OptionInfo,
  type OptionNeighbours,
  optionFits,
  optionUsage,
  type PhaseInfo,
  pkiParameters,
  plainConditions,
  processParameters,
  relayMethod,
  relayOptions,
  type SettingInfo,
  type StatementInfo,
  settings,
  settingUsage,
  socketOptions,
  statements,
  type ValueSyntaxInfo,
  valueSyntaxes,
} from "smtpd-conf";
import type { Cursor } from "../completion/cursor.ts";
import { optionInfos, type Slot, slotAt } from "../completion/slot.ts";
import { neighboursAt } from "../completion/statement-options.ts";
import { manualPage } from "../hover/manual-page.ts";
import { type Block, codeBlock, manual, paragraph } from "../markdown.ts";
import { optionPart, optionParts } from "./option-parts.ts";
import { parameter, type Signature, type SignaturePart, word } from "./signature.ts";
import { nextPiece, usagePieces } from "./usage-pieces.ts";

/** The statement at the cursor, and what is known of it. */
interface Written extends Continuation {
  readonly cursor: Cursor;
  readonly slot: Slot | undefined;
  readonly neighbours: OptionNeighbours;
  /** The option whose keyword or argument is being written. */
  readonly active: OptionInfo | undefined;
}

/** The forms that the statement at the cursor can have, as far as it is written. */
export function signaturesAt(cursor: Cursor, continuation: Continuation): readonly Signature[] {
  const { partial } = continuation;
  const slot = slotAt(continuation);
  const none: OptionNeighbours = { kind: "BrokenStatement", method: undefined, before: [], after: [] };
  const written: Written = {
    ...continuation,
    cursor,
    slot,
    neighbours: neighboursAt(cursor, continuation) ?? none,
    active: activeOption(cursor, continuation, slot),
  };
  switch (partial?.kind) {
    case "MacroDefinition":
      return [];
    case "ListenDirective":
      return [listenSignature(written, partial.socket !== undefined)];
    case "MatchDirective":
      return [matchSignature(written)];
    case "ActionDirective":
      return actionSignatures(written, partial.method);
    case "LimitDirective":
      return partial.scope === undefined ? [] : [limitSignature(written, partial.scope)];
    case "PkiDirective":
      return [parameterSignature(written, "pki", 2, pkiParameters)];
    case "ProcDirective":
      return [parameterSignature(written, "proc", 3, processParameters)];
    case "ProcExecFilterDirective":
      return [parameterSignature(written, "filter", 4, processParameters, "proc-exec")];
    default:
      return usageSignatures(written);
  }
}

/** The option whose keyword stands under the cursor, or before it, with its argument still to come. */
function activeOption(
  { word }: Cursor,
  { partial, tokens }: Continuation,
  slot: Slot | undefined,
): OptionInfo | undefined {
  if (partial === undefined) return undefined;
  const infos = optionInfos(partial, tokens.at(-1));
  const named = word.kind === "bare" ? infos.find(({ name }) => name === word.typed + word.rest) : undefined;
  return named ?? (slot?.kind === "option" || slot?.kind === "suffix" ? slot.info : undefined);
}

function statementNamed(words: string): StatementInfo | undefined {
  return (statements as readonly StatementInfo[]).find((info) => info.words.join(" ") === words);
}

function manualOf(words: string, { cursor }: Written): readonly Block[] {
  const info = statementNamed(words);
  return info === undefined ? [] : manualPage([], info, cursor.target);
}

/** Of parts of which one is next, the one that is being written. */
function activeAmong(
  written: Written,
  options: { readonly parts: readonly SignaturePart[]; readonly active: SignaturePart | undefined },
) {
  return (
    options.active ?? (written.slot === undefined || written.slot.kind === "option" ? options.parts[0] : undefined)
  );
}

function listenSignature(written: Written, isSocket: boolean): Signature {
  const { cursor, neighbours, active, slot } = written;
  const infos = isSocket ? socketOptions : interfaceOptions;
  const options = optionParts(infos, neighbours, active, cursor.target);
  const place = isSocket ? word("socket") : parameter("INTERFACE");
  const words = isSocket ? "listen on socket" : "listen on";
  const isPlace = slot?.kind === "interface" || cursor.before.length < 3;
  return {
    parts: [word("listen on"), place, ...options.parts],
    active: isPlace ? place : activeAmong(written, options),
    documentation: manualOf(words, written),
  };
}

function matchSignature(written: Written): Signature {
  const { cursor, neighbours, active, slot, tokens } = written;
  const from = scopePart("from", fromConditions, written);
  const to = scopePart("for", forConditions, written);
  const plain = optionParts(plainConditions, neighbours, active, cursor.target);
  const action = parameter("action NAME");
  const reject = parameter("reject");
  const conditions = [...from, ...to, ...plain.parts];
  const scope = tokens.at(-1)?.kind === "Keyword" ? tokens.at(-1)?.value : undefined;
  const scoped = [...from, ...to].find(
    ({ text }) => text.startsWith(`[${scope}`) || text.startsWith(`[${active && scopeOf(active)} `),
  );
  const isDecision = slot?.kind === "reference" || scope === "action" || !written.expected.keywords.includes("action");
  return {
    parts: [word("match"), ...conditions, action, word("|"), reject],
    active:
      slot?.kind === "reference"
        ? action
        : (scoped ?? plain.active ?? (isDecision ? undefined : conditions[0]) ?? action),
    documentation: manualOf("match", written),
  };
}

function scopeOf(info: OptionInfo | ConditionInfo): string | undefined {
  return "scope" in info ? info.scope : undefined;
}

/** `[from …]` with all its forms, or the one that is being written; nothing where it is there already. */
function scopePart(
  scope: "from" | "for",
  infos: readonly ConditionInfo[],
  { active, neighbours, cursor }: Written,
): readonly SignaturePart[] {
  const { target } = cursor;
  if (active !== undefined && infos.includes(active)) return [optionPart(active, target)];
  const left = infos.filter((info) => isAvailable(info, target) && optionFits(info, neighbours, target));
  if (left.length === 0) return [];
  return [parameter(`[${scope} …]`, [codeBlock(left.map((info) => optionUsage(info)).join("\n"))])];
}

/** One form for each method, or the one of the method that is there. */
function actionSignatures(written: Written, method: ActionDirective["method"] | undefined): readonly Signature[] {
  const { cursor } = written;
  if (method !== undefined) return [actionSignature(written, method.info, method)];
  const methods: readonly OptionInfo[] = [...deliveryMethods, relayMethod];
  const begun = methods.find((info) => info === written.active);
  return (begun ? [begun] : methods)
    .filter((info) => isAvailable(info, cursor.target))
    .map((info) => actionSignature(written, info, undefined));
}

function actionSignature(
  written: Written,
  method: OptionInfo,
  given: ActionDirective["method"] | undefined,
): Signature {
  const { cursor, neighbours, active, slot } = written;
  const infos = [...(method.name === "relay" ? relayOptions : deliveryOptions), ...closingOptions];
  const options = optionParts(
    infos,
    { ...neighbours, kind: "ActionDirective", method: method.name },
    active,
    cursor.target,
  );
  const name = parameter("NAME");
  const methodPart = optionPart(method, cursor.target, true);
  const isMethod = given === undefined || active === method;
  return {
    parts: [word("action"), name, methodPart, ...options.parts],
    active: slot?.kind === "definition" ? name : isMethod ? methodPart : activeAmong(written, options),
    documentation: manualOf("action", written),
  };
}

function limitSignature(written: Written, scope: LimitScope): Signature {
  const { cursor, expected, slot } = written;
  const given = new Set([...cursor.before, ...cursor.after].map(({ value }) => value));
  const key = expected.number ? cursor.before.at(-1)?.value : undefined;
  const keys = limits[scope].filter(({ name }) => name === key || !given.has(name));
  const parts = keys.map((info) =>
    parameter(
      `[${info.name} ${info.unit === undefined ? "NUMBER" : "SECONDS"}]`,
      manualPage([], info as never, cursor.target),
    ),
  );
  const families = scope === "mta" ? addressFamilies.map((info) => optionPart(info, cursor.target)) : [];
  const domain = scope === "mta" && !given.has("for") ? [parameter("[for domain DOMAIN]")] : [];
  const isDomain = slot?.kind === "domain";
  const domainPart = isDomain ? [parameter("for domain DOMAIN")] : domain;
  const index = keys.findIndex(({ name }) => name === (key ?? cursor.word.typed + cursor.word.rest));
  return {
    parts: [word(`${scope} limit`), ...domainPart, ...parts, ...families],
    active: isDomain ? domainPart[0] : (parts[Math.max(0, index)] ?? families[0]),
    documentation: manualOf(`${scope} limit`, written),
  };
}

/** A statement whose first pieces are those of its usage, with parameters behind them. */
function parameterSignature(
  written: Written,
  words: string,
  length: number,
  infos: readonly OptionInfo[],
  form = "",
): Signature {
  const { cursor, neighbours, active } = written;
  const usage = statementNamed(words)?.usage.find((one) => form === "" || one.includes(` ${form} `)) ?? words;
  const head = usagePieces(usage)
    .slice(0, length)
    .map(({ text, isParameter }) => (isParameter ? parameter(text) : word(text)));
  const options = optionParts(infos, neighbours, active, cursor.target);
  const next = head[cursor.before.length];
  return {
    parts: [...head, ...options.parts],
    active: next?.parameter === undefined ? activeAmong(written, options) : next,
    documentation: manualOf(words, written),
  };
}

/** The forms of the catalogue that fit what is there. */
function usageSignatures(written: Written): readonly Signature[] {
  const { cursor, tokens } = written;
  const first = tokens[0]?.value;
  const isPhase = written.partial?.kind === "PhaseFilterDirective";
  const forms = [
    ...(statements as readonly StatementInfo[]).flatMap((info) =>
      info.usage.map((usage) => ({ info, usage, value: undefined })),
    ),
    ...(settings as readonly SettingInfo[]).map((info) => ({ info, usage: settingUsage(info), value: info })),
  ].filter(({ info }) => info.words[0] === first && isAvailable(info, cursor.target));
  return forms.flatMap(({ info, usage, value }) => {
    const pieces = usagePieces(usage);
    // What a condition consists of is no matter of the usage.
    const next = nextPiece(pieces, isPhase ? tokens.slice(0, 5) : tokens);
    if (next === undefined) return [];
    const parts = pieces.map(({ text, isParameter }) =>
      isParameter ? parameter(text, documentationOf(text, written, value)) : word(text),
    );
    const own = pieces.findIndex((piece) => piece.text === pieceOfOption(written));
    const active = parts[own] ?? parts.slice(next).find((part) => part.parameter !== undefined);
    return [{ parts, active, documentation: manualPage([], info, cursor.target) }];
  });
}

/** The piece of a phase filter that stands for the condition or decision that is being written. */
function pieceOfOption({ active, partial }: Written): string | undefined {
  if (partial?.kind !== "PhaseFilterDirective") return undefined;
  if (active === undefined) return partial.condition !== undefined && !partial.decision ? "DECISION" : undefined;
  return (filterDecisions as readonly OptionInfo[]).includes(active) ? "DECISION" : "[!]CONDITION";
}

/** What can stand in the place of a piece, where the catalogue says it. */
function documentationOf(text: string, written: Written, setting: SettingInfo | undefined): readonly Block[] {
  const { partial, active, cursor } = written;
  if (setting?.syntax !== undefined) return syntaxBlocks(setting.syntax);
  if (partial?.kind !== "PhaseFilterDirective") return [];
  if (text === pieceOfOption(written) && active !== undefined)
    return manualPage([optionUsage(active)], active, cursor.target);
  const phase = (filterPhases as readonly PhaseInfo[]).find(({ name }) => name === partial.phase?.value);
  if (text === "PHASE") return [codeBlock(filterPhases.map(({ name }) => name).join("\n"))];
  if (text === "[!]CONDITION") return [usages(filterConditions, phase?.conditions)];
  return text === "DECISION" ? [usages(filterDecisions, phase?.decisions)] : [];
}

function usages(infos: readonly OptionInfo[], allowed: readonly string[] | undefined): Block {
  const fitting = infos.filter(({ name }) => allowed === undefined || allowed.includes(name));
  return codeBlock(fitting.map((info) => optionUsage(info)).join("\n"));
}

function syntaxBlocks(syntax: string): readonly Block[] {
  const info = (valueSyntaxes as readonly ValueSyntaxInfo[]).find(({ name }) => name === syntax);
  return info === undefined ? [] : [paragraph([manual(info.manual)])];
}
