import type { Source } from "smtpd-conf";
import type { Output } from "../output.ts";
import { type Indexes, openIndexes } from "./block.ts";
import { type Explanation, isThere, type Origin, type Paragraph, type Section, type Sentence } from "./explanation.ts";
import { linePlace } from "./line-place.ts";
import { openPaint, type Paint } from "./paint.ts";
import { visible } from "./visible.ts";
import { listed } from "./words.ts";
import { wrap } from "./wrap.ts";

export interface ExplainTextSettings {
  readonly colored: boolean;
  /** In columns; without a meaning for Markdown, whose readers wrap lines themselves. */
  readonly width: number;
  readonly markdown?: boolean;
  /** The files of the configuration, the main one in front. */
  readonly sources: readonly Source[];
}

/** Writes an explanation for people: a title for each section, below it headings, and set in below these sentences. */
export function writeExplanation({ sections }: Explanation, settings: ExplainTextSettings, output: Output): void {
  const drawing: Drawing = { ...settings, paint: openPaint(settings.colored), indexOf: openIndexes() };
  const shown = sections.filter(({ paragraphs }) => paragraphs.some(isThere));
  output.write(shown.map((section) => `${drawSection(section, drawing)}\n`).join("\n"));
}

interface Drawing extends ExplainTextSettings {
  readonly paint: Paint;
  readonly indexOf: Indexes;
}

function drawSection({ title, paragraphs }: Section, drawing: Drawing): string {
  const blocks = paragraphs.filter(isThere).map((paragraph) => drawParagraph(paragraph, drawing).join("\n"));
  const head = drawing.markdown ? `## ${title}` : drawing.paint("info", title);
  return `${head}\n\n${blocks.join("\n\n")}`;
}

function drawParagraph({ heading, items }: Paragraph, drawing: Drawing): readonly string[] {
  const indent = heading === undefined ? "  " : "    ";
  const head = heading === undefined ? [] : drawHeading(heading, drawing);
  const texts = items.map((sentences) => sentences.map((one) => drawSentence(one, drawing)).join(" "));
  if (drawing.markdown) return [[...head, ...texts.map(escaped)].join("\n\n")];
  return [...head, ...texts.flatMap((text) => indented(text, indent, drawing))];
}

function drawHeading({ text, origins }: Sentence, drawing: Drawing): readonly string[] {
  const places = placesOf(origins, drawing);
  const behind = places === "" ? "" : ` (${places})`;
  if (drawing.markdown) return [`### ${escaped(`${text}${behind}`)}`];
  return indented(`${text}${behind}`, "  ", drawing).map((line) => drawing.paint("strong", line));
}

/** The statements that a sentence comes from stand before its full stop. */
function drawSentence({ text, origins }: Sentence, drawing: Drawing): string {
  const places = placesOf(origins, drawing);
  return places === "" ? text : `${text.replace(/\.$/, "")} (${places}).`;
}

function indented(text: string, indent: string, { width }: Drawing): readonly string[] {
  return wrap(visible(text), width - indent.length).map((line) => indent + line);
}

/** A text in which nothing means anything to Markdown. */
function escaped(text: string): string {
  return visible(text).replace(/[\\*_<>[\]`#|~]/g, "\\$&");
}

/** Statements that are named one by one. */
const mostPlaces = 4;

/** `rule 2, line 14: action "local"`, `rules 2 and 3: action "local"`, `lines 4 and 5` */
function placesOf(origins: readonly Origin[], drawing: Drawing): string {
  const numbers = origins.flatMap(({ rule }) => (rule === undefined ? [] : [String(rule)]));
  const [first] = origins;
  if (first === undefined) return "";
  if (numbers.length === 0) return linesOf(origins, drawing);
  const place = numbers.length === 1 ? `rule ${numbers[0]}, ${placeOf(first, drawing)}` : `rules ${shortened(numbers)}`;
  return first.action === undefined ? place : `${place}: action "${first.action}"`;
}

function linesOf(origins: readonly Origin[], drawing: Drawing): string {
  const places = origins.map((origin) => placeOf(origin, drawing));
  const lines = places.filter((place) => place.startsWith("line ")).map((place) => place.slice("line ".length));
  return lines.length === places.length && lines.length > 1 ? `lines ${shortened(lines)}` : shortened(places);
}

function shortened(words: readonly string[]): string {
  if (words.length <= mostPlaces) return listed(words);
  return `${words.slice(0, mostPlaces - 1).join(", ")} and ${words.length - mostPlaces + 1} more`;
}

function placeOf({ span }: Origin, { sources, indexOf }: Drawing): string {
  const { line, path } = linePlace(span, sources, indexOf);
  return path === undefined ? `line ${line}` : `${path}:${line}`;
}
