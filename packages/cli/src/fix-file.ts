import { type FileContent, type FileReader, type FixedText, fixText, type LintInput } from "smtpd-conf";
import type { OpenedSurroundings } from "./host/surroundings.ts";
import { writeAtomically } from "./host/write-atomically.ts";
import { type FileToLint, reportOn } from "./lint-file.ts";
import { inputFor, lintText } from "./lint-text.ts";
import type { FixRequest } from "./options.ts";
import { readInput, type SourceText } from "./read-source.ts";
import type { FileReport, Fixing } from "./report.ts";

type ReadText = Extract<SourceText, { kind: "text" }>;

/**
 * Reads a file, fixes what can be fixed, and says what is left. The file itself is written where the request says so;
 * where it cannot be, what is in it is what counts.
 */
export async function fixFile(
  named: FileToLint,
  surroundings: OpenedSurroundings | undefined,
  request: FixRequest,
): Promise<FileReport> {
  const { file, path, settings } = named;
  const source = readInput(file);
  if (source.kind === "unread") return { kind: "unread", path, reason: source.words };
  const fixed = await fixSource(inputFor(path, source, settings, surroundings), surroundings, request);
  const isToBeWritten = request.how === "write" && file !== "-" && fixed.text !== source.text;
  const outcome = isToBeWritten ? writeFixed(file, source, fixed.text) : undefined;
  const fixing = fixingOf(source, fixed, request);
  if (outcome?.kind === "refused") {
    const result = await lintText(path, source, settings, surroundings);
    return { ...reportOn(named, result), fixing: { ...fixing, unwritten: outcome.words } };
  }
  return { ...reportOn(named, fixed.result), fixing: { ...fixing, otherNames: outcome?.otherNames ?? 0 } };
}

/** Times at most that all is begun again, since names had to be looked up that a fix had brought in. */
const mostLookups = 3;

async function fixSource(
  input: () => LintInput,
  surroundings: OpenedSurroundings | undefined,
  { suggested }: FixRequest,
): Promise<FixedText> {
  const fix = () => {
    const given = input();
    return fixText({ ...given, files: given.files && remember(given.files) }, { suggested });
  };
  let fixed = fix();
  for (let times = 0; times < mostLookups && (await surroundings?.settle()); times++) fixed = fix();
  return fixed;
}

/** The text is read many times; each file that it includes, only once. */
function remember(files: FileReader): FileReader {
  const contents = new Map<string, FileContent>();
  return {
    read: (path) => {
      const content = contents.get(path) ?? files.read(path);
      contents.set(path, content);
      return content;
    },
  };
}

function writeFixed(file: string, { text, encoding }: ReadText, fixed: string) {
  return writeAtomically(file, Buffer.from(fixed, encoding), { before: Buffer.from(text, encoding) });
}

function fixingOf({ text, encoding }: ReadText, fixed: FixedText, { how, suggested }: FixRequest): Fixing {
  return {
    how,
    suggested,
    encoding,
    before: text,
    after: fixed.text,
    fixed: fixed.applied.length,
    leftOut: fixed.left.length,
    elsewhere: fixed.elsewhere,
    unwritten: undefined,
    otherNames: 0,
  };
}
