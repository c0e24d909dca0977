import {
  builtinTables,
  byteLength,
  isAtLeast,
  isAvailable,
  isHostName,
  isKeyword,
  keywords,
  longestHostName,
  longestMacroName,
  longestString,
  longestTableName,
  longestTag,
  type Release,
  releases,
} from "smtpd-conf";
import type { NameKind } from "./symbol-index.ts";

/** Whether smtpd has this name from the start, so that no statement can give it another meaning. */
export function isBuiltIn(kind: NameKind, name: string, target: Release): boolean {
  if (kind === "table") return builtinTables.has(name) || /^<dynamic:\d+>$/.test(name);
  if (kind === "pki" || kind === "ca") return name === "*";
  return kind === "tag" && name.toLowerCase() === "local" && !isAtLeast(target, "6.7.1");
}

/** Why nothing of this kind can have a name, in a sentence; undefined where it can. */
export function nameProblem(kind: NameKind, name: string, target: Release): string | undefined {
  return (
    textProblem(name) ??
    lengthProblem(kind, name) ??
    (kind === "macro" ? macroProblem(name, target) : undefined) ??
    (kind === "pki" || kind === "ca" ? hostProblem(kind, name) : undefined) ??
    (isBuiltIn(kind, name, target) ? `"${name}" has a meaning of its own to smtpd; choose another name.` : undefined)
  );
}

/** What no quotes help against. */
function textProblem(name: string): string | undefined {
  if (name === "") return "A name cannot be empty.";
  if (/[\n\r]/.test(name)) return "A name cannot have a line break in it.";
  if (/[\p{Cc}\p{Surrogate}]/u.test(name))
    return "A name cannot have control characters or halves of characters in it.";
  if (name.endsWith("\\")) return "A name cannot end in a backslash, because that takes in the quote behind it.";
  return undefined;
}

const longest: Partial<Record<NameKind, number>> = {
  macro: longestMacroName,
  table: longestTableName,
  tag: longestTag,
  pki: longestHostName,
  ca: longestHostName,
};

function lengthProblem(kind: NameKind, name: string): string | undefined {
  const most = longest[kind] ?? longestString;
  const length = byteLength(name, "utf8");
  return length <= most ? undefined : `The name has ${length} bytes, and smtpd takes at most ${most} here.`;
}

function macroProblem(name: string, target: Release): string | undefined {
  if (!/^\w+$/.test(name))
    return `The name of a macro has only letters, digits and "_", because $name ends before all else.`;
  if (/^\d+$/.test(name)) return "The name of a macro cannot be a number alone.";
  const isReserved =
    isKeyword(name) && releases.some((one) => isAtLeast(one, target) && isAvailable(keywords[name], one));
  return isReserved ? `"${name}" is a reserved word, which cannot name a macro.` : undefined;
}

function hostProblem(kind: "pki" | "ca", name: string): string | undefined {
  if (name === "*") return undefined;
  if (!isHostName(name)) return `The name of a ${kind} is a host name, such as "mail.example.org".`;
  if (kind === "pki" && /[A-Z]/.test(name)) {
    return `smtpd keeps the name of a pki in lower case and may not find it in capitals; write "${name.toLowerCase()}".`;
  }
  return undefined;
}
