import { type Formatting, formatText, type LeftStatement, templateKindOf } from "smtpd-conf";
import { complain } from "../complain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { filesToLint } from "../files-to-lint.ts";
import type { FormatOptions } from "../format-options.ts";
import { isColored } from "../formats/open-format.ts";
import { several } from "../formats/words.ts";
import { openSurroundings } from "../host/open-surroundings.ts";
import { openIncludedFiles } from "../included-files.ts";
import { indexLines, positionAt } from "../line-index.ts";
import type { FileToLint } from "../lint-file.ts";
import { defaultOptions } from "../options.ts";
import { writeBytes } from "../output.ts";
import { readInput, type SourceText } from "../read-source.ts";

type ReadText = Extract<SourceText, { kind: "text" }>;

/** Formats the files of a command line, and gives what to end with. */
export async function formatFiles(options: FormatOptions): Promise<ExitCode> {
  const found = await filesToLint({ ...defaultOptions, ...options });
  if ("complaint" in found) return complain(found);
  const { files } = found;
  if (options.how === "print" && files.length > 1) {
    const complaint = "Only one file can be printed. For several there are --check, --diff and --write.";
    return complain({ complaint, code: exitCodes.usage });
  }
  let worst: ExitCode = exitCodes.accepted;
  for (const file of files) {
    const code = await formatFile(file, options);
    if (code > worst) worst = code;
  }
  return worst;
}

async function formatFile(named: FileToLint, options: FormatOptions): Promise<ExitCode> {
  const { file, path } = named;
  const source = readInput(file);
  if (source.kind === "unread") return complain({ complaint: `${path}: ${source.words}.`, code: exitCodes.unreadable });
  const formatting = isTemplate(named, source) ? undefined : await formattingOf(source, named);
  const text = formatting?.kind === "formatted" ? formatting.text : source.text;
  const code = await endings[options.how]({ file, path, source, text }, options);
  if (!options.quiet) for (const note of notesOn(formatting, source)) complain({ complaint: `${path}: ${note}`, code });
  return code;
}

/** What a template is filled in with can be half a statement: nobody knows how to lay it out. */
function isTemplate({ path, settings: { template } }: FileToLint, { text }: ReadText): boolean {
  return template === undefined ? templateKindOf(path, text) !== undefined : template !== "none";
}

/** Formats for the release that somebody named, with the macros of what the file includes. */
async function formattingOf({ text, encoding }: ReadText, { path, settings }: FileToLint): Promise<Formatting> {
  const { namedTarget, target, definitions, surroundings } = settings;
  const opened = surroundings.kind === "root" ? await openSurroundings(surroundings, target) : undefined;
  const files = openIncludedFiles(opened?.locate ?? ((name) => name));
  return formatText({ path, text, encoding, target: namedTarget, definitions, files });
}

/** A file that was read, with what it is to become. */
interface Formatted {
  /** As it was named or found. */
  readonly file: string;
  /** What to call it. */
  readonly path: string;
  readonly source: ReadText;
  readonly text: string;
}

/** What is done with the text, by the option that asks for it. */
const endings: Readonly<
  Record<FormatOptions["how"], (formatted: Formatted, options: FormatOptions) => Promise<ExitCode>>
> = { print, check, diff, write };

async function print({ source, text }: Formatted): Promise<ExitCode> {
  writeBytes(1, Buffer.from(text, source.encoding));
  return exitCodes.accepted;
}

async function check({ path, source, text }: Formatted): Promise<ExitCode> {
  if (text === source.text) return exitCodes.accepted;
  writeBytes(1, Buffer.from(`${path}\n`));
  return exitCodes.refused;
}

async function diff({ path, source, text }: Formatted, { color }: FormatOptions): Promise<ExitCode> {
  if (text === source.text) return exitCodes.accepted;
  const { unifiedDiff } = await import("../formats/unified-diff.ts");
  const look = { colored: await isColored(color), shown: process.stdout.isTTY ?? false };
  writeBytes(1, Buffer.from(unifiedDiff(path, source.text, text, look), source.encoding));
  return exitCodes.refused;
}

async function write({ file, path, source, text }: Formatted, { quiet }: FormatOptions): Promise<ExitCode> {
  if (text === source.text) return exitCodes.accepted;
  const { writeAtomically } = await import("../host/write-atomically.ts");
  const before = Buffer.from(source.text, source.encoding);
  const outcome = writeAtomically(file, Buffer.from(text, source.encoding), { before });
  if (outcome.kind === "refused") {
    return complain({ complaint: `${path}: not written: ${outcome.words}.`, code: exitCodes.unreadable });
  }
  writeBytes(1, Buffer.from(`${path}\n`));
  if (outcome.otherNames === 0 || quiet) return exitCodes.accepted;
  const names = several(outcome.otherNames, "other hard link");
  return complain({
    complaint: `${path}: ${names} of this file still lead to the old text.`,
    code: exitCodes.accepted,
  });
}

/** What to say of the statements that are left as they are. */
function notesOn(formatting: Formatting | undefined, source: ReadText): readonly string[] {
  if (formatting === undefined) return ["it is left as it is, since it is a template."];
  if (formatting.kind === "unformattable") return ["it is left as it is, since smtpd refuses every statement in it."];
  const refused = formatting.left.filter(({ isRefused }) => isRefused);
  const others = formatting.left.filter(({ isRefused }) => !isRefused);
  return [
    ...noteOn(refused, source, ["smtpd refuses it", "smtpd refuses them"]),
    ...noteOn(others, source, ["its lines cannot be changed safely", "their lines cannot be changed safely"]),
  ];
}

function noteOn(
  lines: readonly LeftStatement[],
  source: ReadText,
  [one, more]: readonly [string, string],
): readonly string[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { line } = positionAt(indexLines(source), first.span.start);
  if (lines.length === 1) return [`the statement in line ${line} is left as it is, since ${one}.`];
  return [`${lines.length} statements are left as they are, the first in line ${line}, since ${more}.`];
}
