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
import type { Said } from "./said.ts";

/** What the format specifier at an offset of the command or path of a delivery means; undefined where there is none. */
export function formatHover(text: string, offset: number, target: Release): Said | undefined {
  const parts = parseFormat(text, target);
  const part = parts.find(({ start, end }) => start <= offset && offset <= end && end > start);
  if (part?.kind === "specifier") return { ...placeOf(part), blocks: specifierBlocks(part, text, target) };
  if (part?.kind === "home") {
    const home = prose`${code("~")} is the home directory of the user whose mail is delivered.`;
    return { ...placeOf(part), blocks: [paragraph(home)] };
  }
  const around = specifierAround(text, offset);
  const fault = around && parts.find((one) => one.kind === "fault" && isWithin(one, around));
  return fault?.kind === "fault" && around !== undefined ? { ...around, blocks: [faultBlock(fault)] } : undefined;
}

function placeOf({ start, end }: Range): Range {
  return { start, end };
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
    ...(range === undefined ? [] : [paragraph(prose`A part of it: ${describeRange(range)}.`)]),
    ...notes,
    paragraph(prose`For ${examples} ${shown}.`),
  ];
}

/** Which part of a value is taken. A negative place counts from the end. */
function describeRange({ begin, end }: NonNullable<FormatSpecifier["range"]>): string {
  if (begin === end) return begin < 0 ? `character ${-begin} from the end` : `character ${begin}, counted from 0`;
  if (end >= openEnd) return begin < 0 ? `the last ${-begin} characters` : `from character ${begin} on, counted from 0`;
  const negative = begin < 0 || end < 0 ? "; a negative one counts from the end" : "";
  return `characters ${begin} to ${end}, counted from 0${negative}`;
}

/** Where a part ends that names no end. */
const openEnd = 1024;

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
