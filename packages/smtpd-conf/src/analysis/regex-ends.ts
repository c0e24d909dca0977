/** What every text begins and ends with that an expression finds. Empty where that is not plain to see. */
export interface RegexEnds {
  readonly head: string;
  readonly tail: string;
}

const nothing: RegexEnds = { head: "", tail: "" };

/** Reads the letters behind a leading `^` and before a final `$`. In lower case, as tables have it. */
export function regexEnds(written: string): RegexEnds {
  const pattern = written.startsWith("(?i)") ? written.slice(4) : written;
  // An alternative may have other ends, wherever it is.
  if (pattern.includes("|")) return nothing;
  const behindSigns = pattern.slice(0, -1).search(/[^\][(){}*+?^]*$/);
  return {
    head: pattern.startsWith("^") ? headOf(pattern.slice(1)) : "",
    tail: pattern.endsWith("$") ? tailOf(pattern.slice(behindSigns, -1)) : "",
  };
}

/** Signs that stand for themselves: letters, digits and the like, and a dot behind a backslash. */
const sign = /\\\.|[a-z0-9@_-]/y;

/** The signs from the start on, but for one that is repeated. */
function headOf(text: string): string {
  const signs = signsFrom(text, 0);
  const behind = text[signs.join("").length];
  const all = behind !== undefined && "*+?{".includes(behind) ? signs.slice(0, -1) : signs;
  return literalText(all);
}

/** The signs up to the end, of a text without brackets and repeats. */
function tailOf(text: string): string {
  for (let at = 0; at < text.length; ) {
    const signs = signsFrom(text, at);
    const end = at + signs.join("").length;
    if (end === text.length) return literalText(signs);
    // A backslash takes the next character with it.
    at = end + (text[end] === "\\" ? 2 : 1);
    if (at > text.length) return "";
  }
  return "";
}

function signsFrom(text: string, start: number): readonly string[] {
  const signs: string[] = [];
  sign.lastIndex = start;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) signs.push(found[0]);
  return signs;
}

function literalText(signs: readonly string[]): string {
  return signs.map((one) => one.slice(-1)).join("");
}
