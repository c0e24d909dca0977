import type { Line, MacroUse, Token } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import { looksSecret } from "./looks-secret.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";

/** Uses of one macro that are looked at. */
const mostUses = 200;

/**
 * Whether the value of a macro had better not be shown: it is called or looks like a password, or it is used where smtpd
 * wants one. Of the values of mappings nobody knows what they are for.
 */
export function isSecretMacro(
  { name, value }: Pick<NonNullable<MacroUse["macro"]>, "name" | "value">,
  snapshot: Snapshot,
): boolean {
  if (/pass|pwd?$|secret|token|cred|key/i.test(name) || looksSecret(value)) return true;
  const uses = snapshot.configuration.macroUses.filter((use) => use.name === name && use.source === snapshot.source);
  return uses.length > mostUses || uses.some((use) => isSecretPlace(use, snapshot));
}

function isSecretPlace(use: MacroUse, snapshot: Snapshot): boolean {
  const line = lineAt(snapshot, use.start);
  const statement = statementOf(line);
  if (line === undefined || statement === undefined) return false;
  if (statement.kind === "SettingDirective") return statement.info?.syntax === "secret";
  return isValueOfMapping(line, use);
}

/** Whether an equals sign stands before it within braces. */
function isValueOfMapping({ tokens }: Line, use: MacroUse): boolean {
  const index = tokens.findIndex(({ source, start }) => source === use.source && start === use.start);
  const before = tokens[index - 1];
  return tokens.some((token) => isSign(token, "{")) && before !== undefined && isSign(before, "=");
}

function isSign({ kind, value }: Token, sign: string): boolean {
  return kind === "Punctuation" && value === sign;
}
