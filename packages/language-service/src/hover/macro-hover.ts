import { type MacroDefinition, type MacroUse, several, type Token } from "smtpd-conf";
import { lineAt } from "../line-at.ts";
import { type Block, code, codeBlock, type Prose, paragraph, prose, shortened, strong } from "../markdown.ts";
import { isSecretMacro } from "../secret-macros.ts";
import type { Snapshot } from "../snapshot.ts";
import type { NamedSymbol } from "../symbol-at.ts";
import { lineLink } from "./place-links.ts";

/** A macro: its value, where that was given, how smtpd reads it, and how often it is used. */
export function macroHover(snapshot: Snapshot, symbol: NamedSymbol): readonly Block[] {
  const macro = macroAt(symbol);
  const uses = symbol.references.length;
  const title = prose`${strong("Macro")} ${code(symbol.name)}`;
  const used = uses === 0 ? prose`Nothing uses it.` : prose`Used ${uses === 1 ? "once" : `in ${uses} places`}.`;
  if (macro === undefined) return [paragraph(prose`${title}: ${whyUnknown(snapshot, symbol)}`), paragraph(used)];
  if (isSecretMacro({ name: symbol.name, value: macro.value }, snapshot)) {
    return [
      paragraph(prose`${title}, ${macro.where(snapshot)}. Its value is a secret and not shown.`),
      paragraph(used),
    ];
  }
  return [
    paragraph(prose`${title}, ${macro.where(snapshot)}.`),
    codeBlock(shortened(macro.value, 600)),
    paragraph(prose`${readingOf(snapshot, symbol)}${used}`),
  ];
}

/** Why there is no value: smtpd knows a macro only behind its definition. */
function whyUnknown(snapshot: Snapshot, { definitions: [later] }: NamedSymbol): Prose {
  if (later === undefined) return prose`it is not defined.`;
  return prose`it is only defined on ${lineLink(snapshot, later.token)}, and smtpd reads from the top.`;
}

interface MacroValue {
  readonly value: string;
  readonly where: (snapshot: Snapshot) => Prose;
}

function macroAt({ at }: NamedSymbol): MacroValue | undefined {
  if (at.role === "definition") {
    const { line } = at;
    const value = (line?.kind === "BrokenStatement" ? undefined : (line as MacroDefinition)?.value)?.value;
    return value === undefined
      ? undefined
      : { value, where: (snapshot) => prose`defined on ${lineLink(snapshot, at.token)}` };
  }
  const { macro } = at.token as MacroUse;
  if (macro === undefined) return undefined;
  return { value: macro.value, where: (snapshot) => prose`defined on ${lineLink(snapshot, macro.origin)}` };
}

/** What becomes of the value where it is used: smtpd reads it once more, as if it stood there. */
function readingOf(snapshot: Snapshot, { at }: NamedSymbol): Prose {
  if (at.role === "definition") return [];
  const tokens = tokensOf(snapshot, at.token as MacroUse);
  const [only] = tokens;
  if (only === undefined) return [];
  if (tokens.length > 1) return prose`Here it is read as ${several(tokens.length, "word")}. `;
  return prose`Here it is read as ${kinds[only.kind]}. `;
}

const kinds: Readonly<Record<Token["kind"], string>> = {
  String: "one string",
  Keyword: "a reserved word",
  Number: "a number",
  Punctuation: "a sign",
  Newline: "the end of the line",
  Illegal: "a character that smtpd refuses",
  Missing: "nothing",
};

/** What a macro has become where it is used. */
export function tokensOf(snapshot: Snapshot, use: MacroUse): readonly Token[] {
  const line = lineAt(snapshot, use.start);
  return line?.tokens.filter((token) => token.origin !== undefined && token.start === use.start) ?? [];
}
