import {
  type ConditionInfo,
  forConditions,
  fromConditions,
  isAvailable,
  isCompatible,
  optionUsage,
  plainConditions,
} from "smtpd-conf";
import { codeBlock } from "../markdown.ts";
import { optionPart, optionParts } from "./option-parts.ts";
import { parameter, type Signature, type SignaturePart, word } from "./signature.ts";
import { manualOf, type WrittenStatement } from "./written-statement.ts";

/** `match [CONDITION …] action NAME | reject` */
export function matchSignature(written: WrittenStatement): Signature {
  const { cursor, neighbours, active, slot, expected } = written;
  const scopes = [scopePart("from", fromConditions, written), scopePart("for", forConditions, written)];
  const plain = optionParts(plainConditions, neighbours, active, cursor.target);
  const conditions = [...scopes.flatMap(({ parts }) => parts), ...plain.parts];
  const [action, reject] = [parameter("action NAME"), parameter("reject")];
  const isOpen = expected.keywords.length > 0;
  const condition =
    scopes.find((scope) => scope.active)?.active ?? plain.active ?? (isOpen ? conditions[0] : undefined);
  return {
    parts: [word("match"), ...conditions, action, word("|"), reject],
    active: slot?.kind === "reference" ? action : isRefusal(written) ? reject : (condition ?? action),
    documentation: manualOf("match", written),
  };
}

/** Whether the rule ends with a refusal that is there already or is being written. */
function isRefusal({ partial, cursor: { word: written } }: WrittenStatement): boolean {
  return (partial?.kind === "MatchDirective" && partial.reject !== undefined) || written.typed === "reject";
}

/** `[from …]` with all its forms, or the one that is being written; nothing where there is one already. */
function scopePart(
  scope: "from" | "for",
  infos: readonly ConditionInfo[],
  { active, neighbours, cursor, tokens }: WrittenStatement,
): { readonly parts: readonly SignaturePart[]; readonly active: SignaturePart | undefined } {
  const { target } = cursor;
  if (active !== undefined && infos.includes(active)) {
    const part = optionPart(active, target);
    return { parts: [part], active: part };
  }
  const left = infos.filter((info) => isAvailable(info, target) && isCompatible(info, neighbours, target));
  if (left.length === 0) return { parts: [], active: undefined };
  const part = parameter(`[${scope} …]`, [codeBlock(left.map((info) => optionUsage(info)).join("\n"))]);
  const last = tokens.at(-1);
  return { parts: [part], active: last?.kind === "Keyword" && last.value === scope ? part : undefined };
}
