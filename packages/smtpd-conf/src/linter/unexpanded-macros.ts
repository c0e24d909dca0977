import { deliveryVariables } from "../language/delivery-variables.ts";
import type { Line } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Token } from "../parser/lexer/token.ts";
import type { Macro } from "../parser/macros/macro-table.ts";
import { type Span, textOf } from "../parser/source.ts";
import type { CheckContext } from "./check.ts";
import { macroNamesIn } from "./macro-names.ts";

/** `$name` of a macro in a place where smtpd reads it as it stands. */
export interface UnexpandedMacro {
  /** The string that it is a part of. */
  readonly token: Token;
  readonly quoted: boolean;
  /** The dollar sign and the name. */
  readonly span: Span;
  readonly macro: Macro;
}

/**
 * Each `$name` of a statement in quotes, and within a bare word but at its beginning, where a macro of this name is defined
 * anywhere. The variables that a delivery's command finds in its environment are left out there. Where no dollar sign
 * stands, nothing else is looked at.
 */
export function unexpandedMacros(line: Line, context: Pick<CheckContext, "configuration">): readonly UnexpandedMacro[] {
  const tokens = line.tokens.filter((token) => token.kind === "String" && textOf(token).includes("$"));
  if (tokens.length === 0) return none;
  const { macros } = context.configuration;
  return tokens.flatMap((token) => unexpandedAt(token, line, macros));
}

function unexpandedAt(token: Token, line: Line, macros: Configuration["macros"]): readonly UnexpandedMacro[] {
  const found = unexpandedIn(token, macros);
  return found.length > 0 && isDeliveryCommand(token, line) ? found.filter(isNoVariable) : found;
}

const none: readonly UnexpandedMacro[] = [];

/** What stands in the text: of a token that a macro wrote, that is the `$name` and what is glued to it. */
function unexpandedIn(token: Token, macros: Configuration["macros"]): readonly UnexpandedMacro[] {
  const text = textOf(token);
  const quoted = /^["']/.test(text);
  return macroNamesIn(text).flatMap(({ name, start }) => {
    const macro = macros.get(name);
    if (macro === undefined || (start === 0 && !quoted)) return [];
    const from = token.start + start;
    return [{ token, quoted, macro, span: { source: token.source, start: from, end: from + name.length + 1 } }];
  });
}

function isDeliveryCommand(token: Token, line: Line): boolean {
  if (line.kind === "WrapperDirective") return token === line.command;
  return line.kind === "ActionDirective" && line.method.name === "mda" && token === line.method.argument;
}

function isNoVariable({ macro }: UnexpandedMacro): boolean {
  return !deliveryVariables.includes(macro.name);
}
