import type { OptionInfo } from "smtpd-conf";
import { optionParts } from "./option-parts.ts";
import { parameter, type Signature, word } from "./signature.ts";
import { usagePieces } from "./usage-pieces.ts";
import { activeAmong, manualOf, statementNamed, type WrittenStatement } from "./written-statement.ts";

/** A statement whose parameters stand behind the first pieces of its usage; `form` is a word of the right usage. */
export function parameterSignature(
  written: WrittenStatement,
  statement: { readonly words: string; readonly form?: string; readonly pieces: number },
  infos: readonly OptionInfo[],
): Signature {
  const { cursor, neighbours, active } = written;
  const { words, form = "", pieces } = statement;
  const usage = statementNamed(words)?.usage.find((one) => one.includes(` ${form}`)) ?? words;
  const head = usagePieces(usage)
    .slice(0, pieces)
    .map(({ text, isParameter }) => (isParameter ? parameter(text) : word(text)));
  const options = optionParts(infos, neighbours, active, cursor.target);
  const next = head[cursor.before.length];
  return {
    parts: [...head, ...options.parts],
    active: next?.parameter === undefined ? activeAmong(written, options) : next,
    documentation: manualOf(words, written),
  };
}
