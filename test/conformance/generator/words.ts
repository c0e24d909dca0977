import { between, type Context, oneOf, slip, sometimes } from "./context.ts";
import { reservedWords } from "./keywords.ts";

const wordShape = /^[A-Za-z0-9:_][A-Za-z0-9.\-@/*:;%+&~^|?$'"[\]_`]*$/;
const numberShape = /^\d+(\/|$)/;

/** Whether smtpd reads this text, written without quotes, as one string. */
export function isBareWord(context: Context, text: string): boolean {
  return wordShape.test(text) && !numberShape.test(text) && !reservedWords(context.release).includes(text);
}

/** The text in quotes of either kind. A backslash before a quote or at the end cannot be written. */
export function quoted(context: Context, text: string): string {
  const mark = preferredQuote(context, text);
  return mark + noisy(context, text).replaceAll(mark, `\\${mark}`) + mark;
}

function preferredQuote(context: Context, text: string): string {
  if (sometimes(context, 0.05)) return oneOf(context, ['"', "'"]);
  if (text.includes('"')) return "'";
  return text.includes("'") || sometimes(context, 0.7) ? '"' : "'";
}

// A newline in quotes is dropped, with and without a backslash before it.
function noisy(context: Context, text: string): string {
  if (!sometimes(context, 0.012)) return text;
  const at = between(context, 0, text.length);
  if (text[at - 1] === "\\") return text;
  return text.slice(0, at) + oneOf(context, ["\\\n", "\n"]) + text.slice(at);
}

/** A string token with this value: bare where that is possible, in quotes, or by way of a macro. */
export function stringToken(context: Context, text: string): string {
  if (rareSlip(context)) return wrongString(context, text);
  if (!isBareWord(context, text)) return quoted(context, text);
  if (sometimes(context, 0.4)) return quoted(context, text);
  if (sometimes(context, 0.02)) return gluedMacro(context, text);
  return sometimes(context, 0.006) ? backslashed(context, text) : text;
}

/** A string token that is always in quotes. */
export function quotedToken(context: Context, text: string): string {
  return rareSlip(context) ? wrongString(context, text) : quoted(context, text);
}

// Strings are everywhere; were each one a place for a mistake, there would be few of any other kind.
function rareSlip(context: Context): boolean {
  return sometimes(context, 0.15) && slip(context);
}

// Outside quotes a backslash is dropped, and the character after it is read as if it stood alone.
function backslashed(context: Context, text: string): string {
  const at = between(context, 1, text.length);
  return `${text.slice(0, at)}\\${text.slice(at)}${at === text.length ? " " : ""}`;
}

// The first part of the word comes from a macro; a name ends at the first character that is no letter, digit or `_`.
function gluedMacro(context: Context, text: string): string {
  const at = text.search(/[^A-Za-z0-9_]/);
  if (at < 1) return macroFor(context, text);
  return macroFor(context, text.slice(0, at)) + text.slice(at);
}

/** Defines a macro with this text (no newline, `$` or backslash in it) before the statement, and gives its use. */
export function macroFor(context: Context, text: string): string {
  const name = macroName(context);
  context.before.push(`${name}${oneOf(context, [" = ", "=", "  =\t"])}${macroValue(context, text)}`);
  context.macros.add(name);
  return `$${name}`;
}

function macroValue(context: Context, text: string): string {
  if (isBareWord(context, text) && sometimes(context, 0.4)) return text;
  const mark = preferredQuote(context, text);
  return mark + text.replaceAll(mark, `\\${mark}`) + mark;
}

/** A name that a use can read, seldom one that is taken. */
export function macroName(context: Context): string {
  const stem = oneOf(context, ["m", "if_", "ext_if", "P", "v", "x1", "Macro", "_", "9m", "domain_"]);
  return `${stem}${context.macros.size + 1}`;
}

const wrongStrings: readonly ((context: Context, text: string) => string)[] = [
  (context) => String(between(context, -3, 99999)),
  (context) => oneOf(context, reservedWords(context.release)),
  (context) =>
    oneOf(context, ["/etc/mail/x", "*", "@example.org", ".example.org", "~/Maildir", "%{user}", "+x", "-x", "[::1]"]),
  (_, text) => `"${text}`,
  (_, text) => `'${text}`,
  (_, text) => `"${text}" "${text}"`,
  (_, text) => `"${text}""`,
  (_, text) => `"${text}\\"`,
  () => '""',
  () => "",
  (context, text) => `{ ${quoted(context, text)} }`,
  (context, text) => `< ${quoted(context, text)} >`,
  (_, text) => `"${text}\0"`,
  (_, text) => `"${text}\u00e9\u0001\u0002\r\t"`,
  () => "caf\u00e9",
  () => "$undefined",
  () => "99999999999999999999",
  () => "-99999999999999999999",
  (_, text) => `${text};`,
  (_, text) => `${text}!`,
  (_, text) => `(${text})`,
  (_, text) => text.toUpperCase(),
  (_, text) => `"${text}" # comment "`,
  (_, text) => `${text}\\`,
  (_, text) => `${text}\\ x`,
  (_, text) => `${text},`,
  (_, text) => `${text}=${text}`,
  (_, text) => `"${text}\\ \\\t\\n\\\\x"`,
  (_, text) => text.slice(0, -1),
  (_, text) => `$${text}`,
  (context) => longWord(context),
  (context) => `"${longWord(context)}"`,
];

/** Something that is wrong, or at least unusual, where this string should stand. */
export function wrongString(context: Context, text: string): string {
  return oneOf(context, wrongStrings)(context, text);
}

// Around 8094 bytes a token becomes too long; around 2048 a table's name, 1024 a key and 64 a host name.
function longWord(context: Context): string {
  const limit = oneOf(context, [8094, 8095, 2047, 1023, 64, 255, 127]);
  return "x".repeat(between(context, limit - 1, limit + 1));
}

/** A number token. */
export function numberToken(context: Context, value: number): string {
  if (slip(context)) return wrongNumber(context, value);
  if (sometimes(context, 0.02)) return macroFor(context, String(value));
  return sometimes(context, 0.03) && value >= 0 ? `00${value}` : String(value);
}

function wrongNumber(context: Context, value: number): string {
  const text = String(value);
  return oneOf(context, [
    `"${text}"`,
    `${text}k`,
    `${text}.0`,
    `${text}#`,
    `${text}/2`,
    `-${text}`,
    `+${text}`,
    "--1",
    "- 1",
    "x",
    "",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    `'${text}'`,
  ]);
}

/** A number and a unit, as a string token. */
export function delayToken(context: Context): string {
  if (slip(context)) return oneOf(context, wrongDelays);
  const text = oneOf(context, [
    "4h",
    "1d",
    "30m",
    "10s",
    "2d",
    "2147483647s",
    "24855d",
    "596523h",
    "0004h",
    "+1d",
    " 1d",
  ]);
  return text.startsWith("+") || text.startsWith(" ") ? quoted(context, text) : stringToken(context, text);
}

const wrongDelays: readonly string[] = [
  "0s|0d|4|-1d|1w|1y|1h30m|1.5h|h|d|2147483648s|35791395m|596524h|24856d|99999999999s|1D|1H|'4'|'-1d'|''|'1 d'|'1d '|1dd",
  '1ms|"4"|"+0s"|"d"|"99999999999999999999d"|"\t3h"|"0x10s"|"1e3s"|0|"+ 1d"|"--1d"|4s4|"4s\\"|-4|4 d|4d d|"1d\u00e9"',
].flatMap((line) => line.split("|"));

/** Text between two tokens: blanks, seldom a line that goes on. */
export function gap(context: Context): string {
  if (sometimes(context, 0.93)) return " ";
  if (sometimes(context, 0.6)) return oneOf(context, ["  ", "\t", " \t "]);
  return oneOf(context, [" \\\n", " \\\n\t", "\\\n  ", " \\\n \\\n "]);
}

/** A name that is not in `taken`, seldom an unusual one. Quotes are up to `stringToken`. */
export function freshName(
  context: Context,
  stems: readonly string[],
  taken: Pick<ReadonlyMap<string, unknown>, "has" | "size">,
): string {
  const odd = [
    "data",
    "local",
    "my name",
    "a.b",
    "x-y",
    "10.0.0.1",
    "4d",
    "v;w",
    "n\u00e4me",
    ":c",
    "_u",
    "\\x",
    "Relay",
    "a'b",
    "#1",
    "{a}",
  ];
  const stem = oneOf(context, sometimes(context, 0.12) ? odd : stems);
  return taken.has(stem) ? `${stem}${taken.size + 1}` : stem;
}

/** One of the declared names as a string token, or as a mistake one that is not declared. */
export function knownName(context: Context, names: ReadonlySet<string>): string {
  return stringToken(context, slip(context) ? oneOf(context, ["nosuch", "Nosuch", ""]) : oneOf(context, [...names]));
}
