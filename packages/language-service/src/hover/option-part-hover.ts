import type { Line, Option, OptionInfo, Token } from "smtpd-conf";
import type { Block } from "../markdown.ts";
import type { Place } from "../place-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { statementOf } from "../statement-of.ts";
import { type Asking, askingOf, entryHover } from "./entry-hover.ts";
import { formatHover } from "./format-hover.ts";
import { portHover } from "./number-hovers.ts";
import { optionPage, optionWordHover } from "./option-hover.ts";
import { optionsOf } from "./options-of.ts";
import { type Said, sayOf } from "./said.ts";
import { usesOfTable } from "./uses-of-table.ts";
import { syntaxHover } from "./value-hover.ts";

/** A word of an option: its keyword and what belongs to that, or its value. */
export function optionPartHover(
  snapshot: Snapshot,
  { line }: Place,
  token: Token,
  option: Option,
  offset: number,
): Said | undefined {
  if (token === option.argument) return argumentHover(snapshot, line, token, option, offset);
  if (token === option.suffixArgument) return sayOf(token, syntaxOf(snapshot, option.info, token));
  const { scope, keyword } = option;
  const whole =
    token === scope || token === keyword
      ? { start: Math.min(scope?.start ?? keyword.start, keyword.start), end: keyword.end }
      : token;
  const said = scope?.source === keyword.source ? whole : token;
  return sayOf(said, optionWordHover(option, token, snapshot.target));
}

/** The value of an option, by what the catalogue says it is. */
function argumentHover(snapshot: Snapshot, line: Line, token: Token, option: Option, offset: number): Said | undefined {
  const { info } = option;
  if (info.argument === "port") return sayOf(token, portHover(token.value));
  if (info.argument === "table") return sayOf(token, entryHover(token, "key", [askingOf(option, optionsOf(line))]));
  return formatPart(snapshot, token, info, offset) ?? sayOf(token, syntaxOf(snapshot, info, token));
}

/** A value by its form, and the page of its option. */
function syntaxOf(snapshot: Snapshot, info: OptionInfo, token: Token): readonly Block[] {
  const page = optionPage(info, snapshot.target);
  return info.syntax === undefined ? page : syntaxHover(snapshot, info.syntax, token, page);
}

/** A format specifier in the command or path of a delivery, where the text is as it is written. */
function formatPart(snapshot: Snapshot, token: Token, { name }: OptionInfo, offset: number): Said | undefined {
  if (name !== "mda" && name !== "maildir" && name !== "lmtp") return undefined;
  return formatIn(snapshot, token, offset);
}

/** The format specifier at an offset within a word. */
export function formatIn(snapshot: Snapshot, token: Token, offset: number): Said | undefined {
  const start = token.start + (token.quoted ? 1 : 0);
  const written = token.source.text.slice(start, token.end - (token.quoted ? 1 : 0));
  if (token.origin !== undefined || written !== token.value) return undefined;
  const found = formatHover(token.value, offset - start, snapshot.target);
  return found && { start: start + found.start, end: start + found.end, blocks: found.blocks };
}

/** What asks the table that an entry stands in: the option, or all that name the table of the statement. */
export function askersOf(snapshot: Snapshot, { line, path }: Place): readonly Asking[] {
  const option = path.findLast((node) => node.kind === "Option");
  if (option !== undefined) return [askingOf(option as Option, optionsOf(line))];
  const statement = statementOf(line);
  if (statement?.kind !== "TableDirective" || statement.name === undefined) return [];
  return usesOfTable(snapshot, statement.name.value).map((use) => askingOf(use.option, optionsOf(use.line)));
}
