import { type MarkupContent, MarkupKind } from "vscode-languageserver-types";
import type { ClientSupport } from "./client-support.ts";

/** A piece of a line. What a configuration says is `text` or `code`: it is shown as it is, whatever characters it has. */
export type Piece =
  /** Words of ours or of the catalogue: Markdown with nothing but backquotes, which is shown as Markdown. */
  | { readonly kind: "manual"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly uri: string };

/** What stands on one line. */
export type Prose = readonly Piece[];

/** A part of a page. Code is in the language of smtpd.conf. */
export type Block =
  | { readonly kind: "paragraph"; readonly prose: Prose }
  | { readonly kind: "list"; readonly items: readonly Prose[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "ruler" };

/** Characters of a name or a value that are shown before the rest becomes an ellipsis. */
const mostCharacters = 200;
/** The same of a part of a clause without quotes: names of domains stand there as they are. */
const mostOfClause = 1000;

/** A word of the configuration, in the letters of code. */
export function code(text: string): Piece {
  return { kind: "code", text: shortened(text) };
}

export function strong(text: string): Piece {
  return { kind: "strong", text };
}

/** A text that leads to a place. */
export function link(text: string, uri: string): Piece {
  return { kind: "link", text, uri };
}

/** Words of the catalogue. */
export function manual(text: string): Piece {
  return { kind: "manual", text };
}

/**
 * A line out of a template: its own words are ours and may hold backquotes, a string put into it is shown as it is, and
 * pieces keep their kind.
 */
export function prose(
  words: readonly string[],
  ...values: readonly (string | number | Piece | Prose | undefined)[]
): Prose {
  return words.flatMap((text, index): Prose => {
    const value = values[index];
    const own = text === "" ? [] : [manual(text)];
    if (value === undefined) return own;
    if (typeof value !== "object") return [...own, { kind: "text", text: shortened(String(value)) }];
    return [...own, ...("kind" in value ? [value] : value)];
  });
}

/** A clause of the library: what it has in quotes, and mail addresses, become code. */
export function clause(text: string): Prose {
  const parts = text.split(/("(?:\\"|[^"])*"|(?<![\w.+*-])[\w.+*-]*@[\w.-]*\w)/).filter((part) => part !== "");
  return parts.map((part) => {
    if (/^".*"$/s.test(part)) return code(part.slice(1, -1).replaceAll('\\"', '"'));
    return part.includes("@") ? code(part) : { kind: "text", text: shortened(part, mostOfClause) };
  });
}

/** Lines with a word between them: `a, b and c` where the last is ` and `. */
export function joined(items: readonly Prose[], last = ", ", between = ", "): Prose {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [manual(index === items.length - 1 ? last : between), ...item];
  });
}

/** Words of the configuration in a sentence: `a`, `b` and `c`. */
export function codes(words: readonly string[]): Prose {
  return joined(
    words.map((word) => [code(word)]),
    " and ",
  );
}

export function paragraph(text: Prose): Block {
  return { kind: "paragraph", prose: text };
}

export function list(items: readonly Prose[]): Block {
  return { kind: "list", items };
}

export function codeBlock(text: string): Block {
  return { kind: "code", text };
}

export const ruler = { kind: "ruler" } as const;

/** A page as the editor can show it. */
export function markupOf(blocks: readonly Block[], { markdown }: Pick<ClientSupport, "markdown">): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: toMarkdown(blocks) }
    : { kind: MarkupKind.PlainText, value: toPlainText(blocks) };
}

export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(markdownOf).join("\n\n");
}

export function toPlainText(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.kind === "ruler" ? [] : [plainTextOf(block)])).join("\n\n");
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return lineOf(block.prose);
    case "list":
      return block.items.map((item) => `- ${lineOf(item)}`).join("\n");
    case "code":
      return fenced(block.text);
    case "ruler":
      return "---";
  }
}

/** A line; what it begins with makes no heading, list or ruler of it. */
function lineOf(text: Prose): string {
  const line = text.map(pieceOf).join("");
  return text[0]?.kind === "text" ? line.replace(/^(\s*)(?=[#+=-])|^(\s*\d+)(?=[.)])/, (start) => `${start}\\`) : line;
}

function pieceOf(piece: Piece): string {
  switch (piece.kind) {
    case "manual":
      return piece.text;
    case "text":
      return escapeText(piece.text);
    case "code":
      return codeSpan(piece.text);
    case "strong":
      return `**${escapeText(piece.text)}**`;
    case "link":
      return `[${escapeText(piece.text)}](<${escapeUri(piece.uri)}>)`;
  }
}

/**
 * A text within a line of Markdown, so that it is shown as it is: no emphasis, link, image, HTML or entity comes of it, nor
 * a link that editors make of an address by themselves.
 */
export function escapeText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>~|$]|&(?=#?\w+;)/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])/gi, "\\$&");
}

/** A text in the letters of code, within a line of Markdown (CommonMark, section 6.1). */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown.trim() === "") return `"${shown}"`;
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  const lines = text.split("\n").map(visible).join("\n");
  return `${fence}smtpd-conf\n${lines}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

/** An address within `<` and `>`. */
function escapeUri(uri: string): string {
  return uri.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}

/** Nothing that steers how text is shown is left: line breaks, control characters, marks for the direction of writing. */
function visible(text: string): string {
  return text
    .replace(/[\n\r\t\u2028\u2029]/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "\ufffd")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function plainTextOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return plainLine(block.prose);
    case "list":
      return block.items.map((item) => `- ${plainLine(item)}`).join("\n");
    case "code":
      return block.text.split("\n").map(visible).join("\n");
    case "ruler":
      return "";
  }
}

function plainLine(text: Prose): string {
  return text
    .map((piece) => {
      if (piece.kind === "manual") return piece.text;
      return piece.kind === "code" ? `\`${visible(piece.text)}\`` : visible(piece.text);
    })
    .join("");
}

/** A text of any length with an ellipsis in the place of what is too much. */
export function shortened(text: string, most: number = mostCharacters): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
