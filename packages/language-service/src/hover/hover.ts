import type { MacroUse } from "smtpd-conf";
import type { Hover, Position } from "vscode-languageserver-types";
import { markupOf, ruler } from "../markdown.ts";
import { placeAt } from "../place-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { type NamedSymbol, symbolAt } from "../symbol-at.ts";
import { rangeBetween } from "../to-lsp.ts";
import { commentAt, commentHover } from "./comment-hover.ts";
import { macroHover, tokensOf } from "./macro-hover.ts";
import { nameHover } from "./name-hover.ts";
import type { Said } from "./said.ts";
import { withTemplateWords } from "./template-words.ts";
import { wordHover } from "./word-hover.ts";

/** What there is to say of what stands at a position of the document; undefined where that is nothing. */
export function getHover(snapshot: Snapshot, position: Position): Hover | undefined {
  const { document, client } = snapshot;
  const said = saidAt(snapshot, document.offsetAt(position));
  if (said === undefined || said.blocks.length === 0) return undefined;
  const blocks = withTemplateWords(said.blocks, snapshot);
  return { contents: markupOf(blocks, client), range: rangeBetween(document, said.start, said.end) };
}

function saidAt(snapshot: Snapshot, offset: number): Said | undefined {
  const comment = commentAt(snapshot, offset);
  if (comment !== undefined) return commentHover(snapshot, comment, offset);
  const symbol = symbolAt(snapshot, offset);
  if (symbol?.kind === "macro") return aboutMacro(snapshot, symbol, offset);
  if (symbol !== undefined) return { ...placeOf(symbol), blocks: nameHover(snapshot, symbol) };
  const place = placeAt(snapshot, offset);
  return place && wordHover(snapshot, place, offset);
}

function placeOf({ at }: NamedSymbol): Pick<Said, "start" | "end"> {
  const { start, end } = at.token;
  return { start, end };
}

/** A macro, and what its value means in this place where that is one word. */
function aboutMacro(snapshot: Snapshot, symbol: NamedSymbol, offset: number): Said {
  const blocks = macroHover(snapshot, symbol);
  const place = placeAt(snapshot, offset);
  const alone = symbol.at.role === "reference" && tokensOf(snapshot, symbol.at.token as MacroUse).length === 1;
  const value = alone && place !== undefined ? wordHover(snapshot, place, offset) : undefined;
  const more = value === undefined ? [] : [ruler, ...value.blocks];
  return { ...placeOf(symbol), blocks: [...blocks, ...more] };
}
