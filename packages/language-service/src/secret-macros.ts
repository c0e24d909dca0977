import type { Configuration, Line, MacroUse, Source, Token } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import { looksSecret } from "./looks-secret.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";

type KnownMacro = Pick<NonNullable<MacroUse["macro"]>, "name" | "value">;

/**
 * Whether the value of a macro had better not be shown: it is called or looks like a password, or it is used where smtpd
 * wants one. Of the values of mappings nobody knows what they are for.
 */
export function isSecretMacro({ name, value }: KnownMacro, snapshot: Snapshot): boolean {
  return isCalledSecret(name) || looksSecret(value) || secretUses(snapshot).has(name);
}

function isCalledSecret(name: string): boolean {
  return /pass|pwd?$|secret|token|cred|key/i.test(name);
}

const known = new WeakMap<Configuration, Map<Source, ReadonlySet<string>>>();

/** The macros of which a use in the document is a secret. */
function secretUses(snapshot: Snapshot): ReadonlySet<string> {
  const { configuration, source } = snapshot;
  const bySource = known.get(configuration) ?? new Map<Source, ReadonlySet<string>>();
  known.set(configuration, bySource);
  const names = bySource.get(source) ?? new Set(findSecretUses(snapshot).map(({ name }) => name));
  bySource.set(source, names);
  return names;
}

/** The uses in secret places. Those of one statement follow each other, so that its tokens are gone through once. */
function findSecretUses(snapshot: Snapshot): readonly MacroUse[] {
  let current: { readonly line: Line; readonly isSecret: (use: MacroUse) => boolean } | undefined;
  return snapshot.configuration.macroUses.filter((use) => {
    const line = use.source === snapshot.source ? lineAt(snapshot, use.start) : undefined;
    if (line === undefined) return false;
    if (current?.line !== line) current = { line, isSecret: openSecretPlaces(line) };
    return current.isSecret(use);
  });
}

/** Tells which uses in a statement stand where smtpd wants a secret, or where the value of a mapping does. */
function openSecretPlaces(line: Line): (use: MacroUse) => boolean {
  const statement = statementOf(line);
  if (statement === undefined) return () => false;
  if (statement.kind === "SettingDirective") return () => statement.info?.syntax === "secret";
  const starts = valuesOfMappings(line);
  return ({ start }) => starts.has(start);
}

/** Where what a statement with a list has behind an equals sign begins. What comes out of one macro begins at one place. */
function valuesOfMappings({ tokens, source }: Line): ReadonlySet<number> {
  if (!tokens.some((token) => isSign(token, "{"))) return new Set();
  const values = tokens.filter((token, index) => {
    const before = tokens[index - 1];
    return token.source === source && before !== undefined && isSign(before, "=") && before.start !== token.start;
  });
  return new Set(values.map(({ start }) => start));
}

function isSign({ kind, value }: Token, sign: string): boolean {
  return kind === "Punctuation" && value === sign;
}
