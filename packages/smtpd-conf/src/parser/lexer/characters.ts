/** The character codes that mean something to smtpd's lexer. */
export const NUL = 0;
export const START_EXPANSION = 1;
export const DONE_EXPANSION = 2;
export const TAB = 9;
export const NEWLINE = 10;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const SINGLE_QUOTE = 39;
export const MINUS = 45;
export const EQUALS = 61;
export const GREATER = 62;
export const BACKSLASH = 92;

/** `getc()` at the end of everything. */
export const END = -1;

const wordStart = 1;
const wordPart = 2;
const digit = 4;
const nameLetter = 8;
const endsNumber = 16;

const classes = new Uint8Array(128);
for (let code = 33; code < 127; code++) if (!"(){}<>!=#,".includes(String.fromCharCode(code))) classes[code] = wordPart;
for (const code of range("az", "AZ", "09")) classes[code] = wordStart | wordPart | nameLetter;
for (const code of range("09")) classes[code] = (classes[code] ?? 0) | digit;
classes[":".charCodeAt(0)] = wordStart | wordPart;
classes["_".charCodeAt(0)] = wordStart | wordPart | nameLetter;
for (const character of " \t\n\v\f\r),/}=") {
  const code = character.charCodeAt(0);
  classes[code] = (classes[code] ?? 0) | endsNumber;
}

function range(...pairs: string[]): number[] {
  return pairs.flatMap((pair) => {
    const [first, last] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function has(code: number, mask: number): boolean {
  return code >= 0 && code < 128 && ((classes[code] ?? 0) & mask) !== 0;
}

/** A bare word can begin with this: a letter, a digit, `:` or `_`. */
export function startsWord(code: number): boolean {
  return has(code, wordStart);
}

/** A bare word can go on with this (`allowed_in_string`). */
export function continuesWord(code: number): boolean {
  return has(code, wordPart);
}

export function isDigit(code: number): boolean {
  return has(code, digit);
}

/** The name of a macro in use can have this. */
export function continuesMacroName(code: number): boolean {
  return has(code, nameLetter);
}

/** Digits before this are a number and not a word (`allowed_to_end_number`). */
export function canEndNumber(code: number): boolean {
  return has(code, endsNumber);
}
