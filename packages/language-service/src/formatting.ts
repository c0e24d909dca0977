import { type Edit, formatText, formatTextRange, newestRelease, type ParseInput } from "smtpd-conf";
import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot.ts";
import { textEditOf } from "./to-lsp.ts";

/**
 * What lays a document out as the library does, without changing what smtpd reads: only the lines that change. The style is
 * fixed; of the options, only that no newline be put at the end counts. None for a template, and for what is no configuration.
 */
export function getFormatting(snapshot: Snapshot, options: FormattingOptions): TextEdit[] {
  const input = inputOf(snapshot);
  const formatting = input && formatText(input);
  return formatting?.kind === "formatted" ? textEdits(formatting.edits, snapshot, options) : [];
}

/** The edits of `getFormatting` that touch a range. */
export function getRangeFormatting(snapshot: Snapshot, range: Range, options: FormattingOptions): TextEdit[] {
  const { document } = snapshot;
  const input = inputOf(snapshot);
  if (input === undefined) return [];
  const wanted = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return textEdits(formatTextRange(input, wanted), snapshot, options);
}

function textEdits(edits: readonly Edit[], snapshot: Snapshot, { insertFinalNewline }: FormattingOptions): TextEdit[] {
  const { text } = snapshot.source;
  const keepsEnd = insertFinalNewline === false && !text.endsWith("\n");
  const wanted = keepsEnd ? edits.flatMap((edit) => withoutFinalNewline(edit, text.length)) : edits;
  return wanted.map((edit) => textEditOf(snapshot.document, edit));
}

function withoutFinalNewline({ span, text }: Edit, end: number): readonly Edit[] {
  if (span.end < end) return [{ span, text }];
  const rest = text.replace(/\n$/, "");
  return rest === "" && span.start === span.end ? [] : [{ span, text: rest }];
}

/** The document as the parser is to read it; undefined for a template, which nobody knows how to lay out. */
function inputOf(snapshot: Snapshot): ParseInput | undefined {
  const { template, source, target, lintInput } = snapshot;
  if (template !== undefined) return undefined;
  return {
    path: source.path,
    text: source.text,
    encoding: source.encoding,
    // Nobody may have asked for the newest: what is written for all releases is to stay so.
    target: target === newestRelease ? undefined : target,
    definitions: source === snapshot.configuration.sources[0] ? lintInput.definitions : macrosAround(snapshot),
    files: lintInput.files,
  };
}

/**
 * The macros that an included file has from the others, as definitions. One whose value has an equals sign cannot be given
 * so: the statements that use it stay as they are.
 */
function macrosAround({ configuration, source }: Snapshot): readonly string[] {
  const macros = [...configuration.macros.values()].filter(({ origin }) => origin.source !== source);
  return macros.flatMap(({ name, value }) => (value.includes("=") ? [] : [`${name}=${value}`]));
}
