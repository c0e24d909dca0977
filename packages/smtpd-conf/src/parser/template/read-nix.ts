import type { Structure } from "./build-blocks.ts";
import { findNixStrings, type NixFile, type NixString } from "./find-nix-strings.ts";
import { valueTag } from "./find-variables.ts";
import type { Hole, Range } from "./template.ts";

/** A configuration in a Nix file: one string, or several that are put together. */
interface Text extends Range {
  readonly strings: readonly NixString[];
}

/**
 * The texts of smtpd.conf in a Nix file: what `serverConfiguration` of `services.opensmtpd` is set to, and where there is
 * none, any string of several lines that looks like one. Everything else is no configuration. Several texts are read as
 * the branches of one block, since they have nothing to do with each other.
 */
export function readNix(text: string): Structure {
  const file = findNixStrings(text);
  const assigned = assignedTexts(file);
  const texts = assigned.length > 0 ? assigned : file.strings.filter((one) => looksLike(text, one)).map(textOf);
  const holes: Hole[] = [];
  const optional: Range[] = [];
  let position = 0;
  for (const { strings, end } of texts) {
    for (const [index, string] of strings.entries()) {
      const code = valueTag(text, position, string.start);
      holes.push({ ...code, kind: index > 0 && !isJoint(text, code) ? "value" : "control" }, ...string.holes);
      if (index > 0) optional.push({ start: string.start, end: string.end });
      position = string.end;
    }
    const rest = text.slice(position + 2, end).trim();
    holes.push({ ...valueTag(text, position, end), kind: /^[)\s]*$/.test(rest) ? "control" : "value" });
    position = end;
  }
  holes.push({ ...valueTag(text, position, text.length), kind: "control" });
  const alternatives = texts.length > 1 ? [{ branches: texts.map(({ start, end }) => ({ start, end })) }] : [];
  return { holes, blocks: [...alternatives, ...optional.map((range) => ({ branches: [range] }))], silent: [] };
}

function textOf(string: NixString): Text {
  return { start: string.start, end: string.end, strings: [string] };
}

/** What stands between two strings of one text where it is nothing but a condition for the second. */
function isJoint(text: string, { start, end }: Range): boolean {
  const code = text.slice(start + 2, end - 2).trim();
  return /^[)\s]*\+[(\s]*((lib\.)?optionalString\b[^+]*)?$/.test(code);
}

function assignedTexts({ code, strings }: NixFile): Text[] {
  return [...code.matchAll(/\bserverConfiguration\s*=(?!=)/g)].flatMap((match) => {
    const from = match.index + match[0].length;
    const end = endOfExpression(code, from);
    const within = strings.filter((string) => from <= string.start && string.start < end);
    const [first] = within;
    return first === undefined ? [] : [{ start: first.start, end, strings: within }];
  });
}

/** Where the `;` is that ends an attribute, or the bracket that ends what it stands in. */
function endOfExpression(code: string, from: number): number {
  let depth = 0;
  for (let position = from; position < code.length; position++) {
    const sign = code.charAt(position);
    if (sign === ";" && depth === 0) return position;
    if ("({[".includes(sign)) depth++;
    else if (")}]".includes(sign) && --depth < 0) return position;
  }
  return code.length;
}

/** Two different statements of smtpd.conf at least, each at the start of a line. */
function looksLike(text: string, { start, end }: NixString): boolean {
  const statements = text.slice(start, end).matchAll(/^[ \t]*(listen on|match|action|table|pki)[ \t]+["\w<]/gm);
  const words = new Set([...statements].map(([, word]) => word));
  return words.size > 1 && (words.has("match") || words.has("listen on"));
}
