import {
  expandFormat,
  type FormatFault,
  type FormatSpecifier,
  type FormatValues,
  parseFormat,
  type Release,
} from "smtpd-conf";
import { type Block, code, list, manual, paragraph, prose } from "../markdown.ts";
import { releaseNotes } from "./manual-page.ts";

/** A part of the command or path of a delivery: where it stands in the text, and what it means. */
export interface FormatHover {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

/** What the format specifier at an offset of a text means; undefined where there is none. */
export function formatHover(text: string, offset: number, target: Release): FormatHover | undefined {
  const part = parseFormat(text, target).find(({ start, end }) => start <= offset && offset <= end && end > start);
  const around = specifierAround(text, offset);
  if (part?.kind === "specifier")
    return { start: part.start, end: part.end, blocks: specifierBlocks(part, text, target) };
  if (part?.kind === "home") {
    const home = prose`${code("~")} is the home directory of the user whose mail is delivered.`;
    return { start: part.start, end: part.end, blocks: [paragraph(home)] };
  }
  const fault = parseFormat(text, target).find(
    (one) => one.kind === "fault" && around !== undefined && isWithin(one, around),
  );
  return fault?.kind === "fault" && around !== undefined ? { ...around, blocks: [faultBlock(fault)] } : undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The `%{…}` around an offset. */
function specifierAround(text: string, offset: number): Range | undefined {
  const start = text.lastIndexOf("%{", offset);
  const closing = start < 0 ? -1 : text.indexOf("}", start);
  const end = closing < 0 ? text.length : closing + 1;
  return start >= 0 && offset <= end ? { start, end } : undefined;
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function specifierBlocks(specifier: FormatSpecifier, text: string, target: Release): readonly Block[] {
  const { info, modifiers, range } = specifier;
  const written = text.slice(specifier.start, specifier.end);
  const value = expandFormat(written, example, target);
  const items = modifiers.map((modifier) => prose`${code(modifier.name)}: ${manual(modifier.manual)}`);
  const notes = modifiers.flatMap(({ changes }) => (changes === undefined ? [] : releaseNotes({ changes }, target)));
  const shown = value === undefined ? prose`it fails` : prose`it is ${code(value)}`;
  return [
    paragraph(prose`${code(written)}: ${manual(info.manual)}`),
    ...(items.length === 0 ? [] : [list(items)]),
    ...(range === undefined ? [] : [paragraph(prose`Of it, ${describeRange(range)} are taken.`)]),
    ...notes,
    paragraph(prose`For ${examples} ${shown}.`),
  ];
}

function describeRange({ begin, end }: NonNullable<FormatSpecifier["range"]>): string {
  return `the characters ${begin} to ${end}, counted from 0,`;
}

/** A delivery that examples are made of. */
const example: FormatValues = {
  sender: { user: "alice", domain: "example.net" },
  rcpt: { user: "Sales+news", domain: "example.org" },
  dest: { user: "Bob", domain: "example.org" },
  username: "bob",
  directory: "/home/bob",
  command: "/usr/local/bin/deliver",
};

const examples = prose`mail from ${code("alice@example.net")} to ${code("Sales+news@example.org")}, an alias of ${code("Bob@example.org")},`;

const faults: Readonly<Record<FormatFault["reason"], string>> = {
  unclosed: "It is not closed, so that the whole text stays as it is.",
  name: "smtpd knows no format specifier of this name, so that the delivery fails for good.",
  modifier: "smtpd knows no such modifier, so that the delivery fails for good.",
  range: "smtpd cannot read this part, so that the delivery fails for good.",
  "range-and-modifier": "Up to 7.8, a part cannot be taken together with modifiers: the delivery fails for good.",
};

function faultBlock({ reason, text }: FormatFault): Block {
  return paragraph(prose`${code(text)}: ${faults[reason]}`);
}
