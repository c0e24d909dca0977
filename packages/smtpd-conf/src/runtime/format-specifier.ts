import {
  escapedCharacters,
  type FormatModifierInfo,
  type FormatSpecifierInfo,
  formatModifiers,
  formatSpecifiers,
} from "../language/format-specifiers.ts";
import { isAtLeast, newestRelease, type Release } from "../language/releases.ts";

/** A range of the text, in UTF-16 units from 0, half open. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Text that stands for itself; `%%` is a `%`. */
export interface FormatText extends Place {
  readonly kind: "text";
  readonly value: string;
}

/** `~/` at the very beginning: the directory of the user. */
export interface FormatHome extends Place {
  readonly kind: "home";
}

/** `%{name[begin:end]:modifier|modifier}` */
export interface FormatSpecifier extends Place {
  readonly kind: "specifier";
  readonly info: FormatSpecifierInfo;
  /** Both ends are counted from 0 and included; negative ones count from the end. */
  readonly range: { readonly begin: number; readonly end: number } | undefined;
  readonly modifiers: readonly (FormatModifierInfo & Place)[];
}

/** Why smtpd cannot expand a text. */
export type FormatFaultReason =
  /** A `%{` without `}`, or with more than 127 characters between: the whole text is left as it is. */
  | "unclosed"
  /** A name that smtpd does not know. */
  | "name"
  | "modifier"
  | "range"
  /** A part together with a modifier, which fails up to 7.8. */
  | "range-and-modifier";

/** A specifier that smtpd cannot expand; the place is that of the fault within it. */
export interface FormatFault extends Place {
  readonly kind: "fault";
  readonly reason: FormatFaultReason;
  /** The text at fault: the name, the modifier, the range. */
  readonly text: string;
}

export type FormatPart = FormatText | FormatHome | FormatSpecifier | FormatFault;

const specifiers: readonly FormatSpecifierInfo[] = formatSpecifiers;
const modifiers: readonly FormatModifierInfo[] = formatModifiers;
const longestToken = 127;
const largestOffset = 1024;

/**
 * Cuts the command or path of a local delivery into what smtpd makes of it when it delivers (`mda_expand_format()` in
 * mda_variables.c). A fault stands in the place of its specifier; nothing is read behind one that is not closed.
 */
export function parseFormat(text: string, target: Release = newestRelease): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  let at = text.startsWith("~/") ? 1 : 0;
  if (at > 0) parts.push({ kind: "home", start: 0, end: 1 });
  while (at < text.length) {
    const part = partAt(text, at, target);
    parts.push(part);
    if (part.kind === "fault" && part.reason === "unclosed") break;
    at = part.kind === "text" ? part.end : text.indexOf("}", at) + 1;
  }
  return parts;
}

function partAt(text: string, start: number, target: Release): FormatPart {
  if (!text.startsWith("%{", start)) return textAt(text, start);
  const end = text.indexOf("}", start);
  const token = text.slice(start + 2, end < 0 ? text.length : end);
  if (end < 0 || token.length > longestToken) {
    return { kind: "fault", reason: "unclosed", text: token, start, end: end < 0 ? text.length : end + 1 };
  }
  return parseToken(token, start + 2, target);
}

function textAt(text: string, start: number): FormatText {
  if (text.startsWith("%%", start)) return { kind: "text", value: "%", start, end: start + 2 };
  const next = text.slice(start + 1).search(/%[%{]/);
  const end = next < 0 ? text.length : start + 1 + next;
  return { kind: "text", value: text.slice(start, end), start, end };
}

/** Reads what stands between the braces; `offset` is where that begins. */
function parseToken(token: string, offset: number, target: Release): FormatSpecifier | FormatFault {
  const { name, range, behind } = divide(token);
  const fault = (reason: FormatFaultReason, from: number, to: number): FormatFault => ({
    kind: "fault",
    reason,
    text: token.slice(from, to),
    start: offset + from,
    end: offset + to,
  });
  const bounds = range === undefined ? undefined : parseRange(token.slice(range.start + 1, range.end - 1));
  if (range !== undefined && bounds === undefined) return fault("range", range.start, range.end);
  const info = specifiers.find((specifier) => specifier.name === name.toLowerCase());
  if (info === undefined) return fault("name", 0, name.length);
  const words = behind === undefined ? [] : wordsOf(token, behind);
  const unknown = words.find(({ text }) => modifierNamed(text) === undefined);
  if (unknown !== undefined) return fault("modifier", unknown.start, unknown.end);
  if (range !== undefined && words.length > 0 && !isAtLeast(target, "7.9")) {
    return fault("range-and-modifier", range.start, token.length);
  }
  const used = words.flatMap(({ text, start, end }) => {
    const modifier = modifierNamed(text);
    return modifier === undefined ? [] : [{ ...modifier, start: offset + start, end: offset + end }];
  });
  const place = { start: offset - 2, end: offset + token.length + 1 };
  return { kind: "specifier", info, range: bounds, modifiers: used, ...place };
}

/**
 * Divides a token into its name, its range and what is behind its colon. Brackets are looked for first, so those behind a
 * colon make the modifiers a part of the name. A text between `]` and `:` counts for nothing.
 */
function divide(token: string): { name: string; range: Place | undefined; behind: number | undefined } {
  const [open, close] = [token.indexOf("["), token.indexOf("]")];
  const range = open >= 0 && close >= 0 ? { start: open, end: Math.max(close, open) + 1 } : undefined;
  const colon = token.indexOf(":", range?.end ?? 0);
  const behind = colon < 0 ? undefined : colon + 1;
  const name = token.slice(0, range?.start ?? (colon < 0 ? token.length : colon));
  return { name, range, behind };
}

function parseRange(text: string): { begin: number; end: number } | undefined {
  const match = /^([^:]*)(?:(:)(.*))?$/s.exec(text);
  const [, from = "", colon, to = ""] = match ?? [];
  if (text === "" || match === null) return undefined;
  const begin = colon !== undefined && from === "" ? 0 : parseOffset(from);
  const end = colon === undefined ? begin : to === "" ? largestOffset : parseOffset(to);
  return begin === undefined || end === undefined ? undefined : { begin, end };
}

/** An offset as `strtonum(3)` reads it. */
function parseOffset(text: string): number | undefined {
  const number = /^\s*[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Math.abs(number) <= largestOffset ? number : undefined;
}

/** The words between `|`, from an offset on. */
function wordsOf(token: string, from: number): readonly { text: string; start: number; end: number }[] {
  let start = from;
  return token
    .slice(from)
    .split("|")
    .map((text) => {
      const word = { text, start, end: start + text.length };
      start = word.end + 1;
      return word;
    });
}

function modifierNamed(name: string): FormatModifierInfo | undefined {
  const folded = name.toLowerCase();
  return modifiers.find((modifier) => modifier.name === folded);
}

/** A mail address of a delivery; both parts are empty for the null sender. */
export interface DeliveryAddress {
  readonly user: string;
  readonly domain: string;
}

/** What specifiers stand for in one delivery. */
export interface FormatValues {
  readonly sender: DeliveryAddress;
  /** The recipient as the client named it. */
  readonly rcpt: DeliveryAddress;
  /** The recipient after aliases. */
  readonly dest: DeliveryAddress;
  readonly username: string;
  readonly directory: string;
  /** In a wrapper, the command that it is put around. */
  readonly command?: string;
  /** The character that `strip` looks for; `+` where absent. */
  readonly delimiter?: string;
}

/**
 * What becomes of the command or path of a delivery: undefined where the delivery fails for good. A text with a `%{` that
 * is not closed stays as it is.
 */
export function expandFormat(text: string, values: FormatValues, target: Release = newestRelease): string | undefined {
  let expanded = "";
  for (const part of parseFormat(text, target)) {
    if (part.kind === "fault") return part.reason === "unclosed" ? text : undefined;
    const value = expandPart(part, values, target);
    if (value === undefined) return undefined;
    expanded += value;
  }
  return expanded.length < largestOffset ? expanded : undefined;
}

function expandPart(part: Exclude<FormatPart, FormatFault>, values: FormatValues, target: Release): string | undefined {
  if (part.kind === "text") return part.value;
  return part.kind === "home" ? values.directory : expandSpecifier(part, values, target);
}

function expandSpecifier(
  { info, range, modifiers }: FormatSpecifier,
  values: FormatValues,
  target: Release,
): string | undefined {
  const value = meaningOf(info.name, values);
  if (value === undefined) return undefined;
  const changed = modifiers.reduce((rest, { name }) => modify(rest, name, values.delimiter ?? "+"), value);
  const raw = modifiers.some(({ name }) => name === "raw");
  return cut(info.escaped ? replaceCharacters(changed, raw, target) : changed, range);
}

function meaningOf(name: string, values: FormatValues): string | undefined {
  const [first = "", second] = name.split(".");
  if (name === "mda") return values.command;
  if (name === "mbox.from") return joined(values.sender) || "MAILER-DAEMON";
  if (name === "user.username") return values.username;
  if (name === "user.directory") return values.directory;
  const address = values[first as "sender" | "rcpt" | "dest"];
  return second === undefined ? joined(address) : address[second as keyof DeliveryAddress];
}

function joined({ user, domain }: DeliveryAddress): string {
  return user === "" && domain === "" ? "" : `${user}@${domain}`;
}

function modify(value: string, modifier: string, delimiter: string): string {
  if (modifier === "lowercase") return value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  if (modifier === "uppercase") return value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  if (modifier !== "strip" || !value.includes(delimiter)) return value;
  const tag = value.indexOf(delimiter);
  const at = value.indexOf("@", tag);
  return value.slice(0, tag) + (at < 0 ? "" : value.slice(at));
}

/** Puts `:` in the place of what a shell could take for its own. From 7.9 on, `raw` lets only the `%` pass. */
function replaceCharacters(value: string, raw: boolean, target: Release): string {
  if (raw && !isAtLeast(target, "7.9")) return value;
  const isReplaced = (character: string) => escapedCharacters.includes(character) && !(raw && character === "%");
  return Array.from(value, (character) => (isReplaced(character) ? ":" : character)).join("");
}

/** A part of a value; undefined where it lies outside. Nothing can be cut from the empty value, and that is no fault. */
function cut(value: string, range: FormatSpecifier["range"]): string | undefined {
  if (range === undefined || value === "") return value;
  const { length } = value;
  if (range.begin >= length) return undefined;
  const begin = range.begin < 0 ? range.begin + length : range.begin;
  const end = range.end < 0 ? range.end + length - 1 : Math.min(range.end, length - 1);
  return begin < 0 || end < begin ? undefined : value.slice(begin, end + 1);
}
