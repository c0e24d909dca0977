import type { Model, Source, Span } from "smtpd-conf";
import { indexLines, type LineIndex, positionAt } from "../line-index.ts";
import { excerptOf } from "./excerpt.ts";
import type { Ink, Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Something to say of a place in a text. */
export interface Block {
  readonly span: Span;
  /** The colour of the label and of the marks. */
  readonly ink: Ink;
  readonly label: string;
  readonly message: string;
  /** A word to look it up by, in brackets. */
  readonly code: string | undefined;
  readonly remarks: readonly Remark[];
}

export type Remark = readonly [label: "help" | "note" | "fix", text: string];

/** The lines of each text, counted when they are first asked for. */
export type Indexes = (source: Source) => LineIndex;

export function openIndexes(): Indexes {
  const indexes = new Map<Source, LineIndex>();
  return (source) => {
    const index = indexes.get(source) ?? indexLines(source);
    indexes.set(source, index);
    return index;
  };
}

/** A block as lines for people: place, label and message, then what the place is, then what else there is to say. */
export function drawBlock(
  { span, ink, label, message, code, remarks }: Block,
  indexOf: Indexes,
  paint: Paint,
): string[] {
  const place = paint("place", `${placeOf(span, indexOf)}:`);
  const behind = code === undefined ? "" : ` ${paint("code", `[${code}]`)}`;
  const head = `${place} ${paint(ink, `${label}:`)} ${visible(message)}${behind}`;
  const excerpt = excerptOf(span, indexOf(span.source), paint, ink);
  return [head, ...excerpt, ...remarks.map((remark) => paintRemark(remark, paint))];
}

function paintRemark([label, text]: Remark, paint: Paint): string {
  return `    ${paint("frame", "=")} ${paint("strong", `${label}:`)} ${visible(text)}`;
}

/** Where the file of a place comes from: the `include` or `table` that brought it in, and what included that one in turn. */
export function inclusionRemarks({ includedBy, part }: Source, indexOf: Indexes): Remark[] {
  if (includedBy === undefined) return [];
  const message = part === undefined ? "The file is included here." : "The table has its entries from this file.";
  const own: Remark = ["note", `${placeOf(includedBy, indexOf)}: ${message}`];
  return [own, ...inclusionRemarks(includedBy.source, indexOf)];
}

/** Where an action is defined. */
export function actionRemarks(name: string, model: Model, indexOf: Indexes): Remark[] {
  const definition = model.symbols().get("action")?.get(name)?.definitions[0];
  if (definition === undefined) return [];
  return [["note", `${placeOf(definition.line, indexOf)}: The action is defined here.`]];
}

/** The way out where the entries of a table are in a file that was not read. */
export const fileHelp = "--host reads the files of this machine, --root DIR those below a folder.";

/** The first word of a statement, to mark it by. */
export function firstWord({ tokens, ...directive }: { readonly tokens: readonly Span[] } & Span): Span {
  return tokens[0] ?? directive;
}

/** `path:line:column` */
export function placeOf(span: Span, indexOf: Indexes): string {
  const { line, column } = positionAt(indexOf(span.source), span.start);
  return `${visible(span.source.path)}:${line}:${column}`;
}
