import { type Configuration, type Line, parseTableConfig, type Span, tableBackends, type Word } from "smtpd-conf";
import { lineAt } from "./line-at.ts";
import { namePartOf } from "./name-part.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";

/** What the file at a path is to the statement that names it. */
export type PathRole = "include" | "table" | "table settings" | "certificate" | "key";

/** A word that names a file. */
export interface PathWord {
  readonly role: PathRole;
  readonly word: Word;
  /** The path as smtpd reads it: of `file:/etc/mail/aliases` what stands behind the colon. */
  readonly path: string;
  readonly line: Line;
}

const words = new WeakMap<Configuration, readonly PathWord[]>();

/** All words that name a file, in the order in which smtpd reads them, those of broken statements included. */
export function pathWordsOf(configuration: Configuration): readonly PathWord[] {
  const known = words.get(configuration) ?? configuration.lines.flatMap(pathWordsIn);
  words.set(configuration, known);
  return known;
}

/** The words of one statement that name a file. */
export function pathWordsIn(line: Line): readonly PathWord[] {
  const statement = statementOf(line);
  switch (statement?.kind) {
    case "IncludeDirective":
      return pathWord("include", statement.path, line);
    case "CaDirective":
      return pathWord("certificate", statement.cert, line);
    case "PkiDirective":
      return (statement.options ?? []).flatMap(({ name, argument }) => {
        if (argument?.kind !== "String" || (name !== "cert" && name !== "key")) return [];
        return pathWord(name === "cert" ? "certificate" : "key", argument, line);
      });
    case "TableDirective":
      return tablePath(statement.config, line);
    default:
      return [];
  }
}

function pathWord(role: PathRole, word: Word | undefined, line: Line, path = word?.value): readonly PathWord[] {
  return word === undefined || path === undefined || path === "" ? [] : [{ role, word, path, line }];
}

/** What stands behind the colon is a file for most backends; for others it is a command, and for those not known anything. */
function tablePath(word: Word | undefined, line: Line): readonly PathWord[] {
  if (word === undefined) return [];
  const { backend, path } = parseTableConfig(word.value);
  const kind = tableBackends.find(({ name }) => name === backend)?.path;
  if (kind === undefined || kind === "command" || path === undefined || !path.startsWith("/")) return [];
  return pathWord(kind === "entries" ? "table" : "table settings", word, line, path);
}

/** Where the path alone stands, without quotes and what is before a colon; the whole word where it is not written plainly. */
export function pathPartOf({ word, path }: PathWord): Span {
  const part = namePartOf(word);
  const start = part.end - path.length;
  return word.source.text.startsWith(path, start) && start >= part.start ? { ...part, start } : part;
}

/** The word that names a file under the cursor; undefined where there is none. */
export function pathWordAt(snapshot: Snapshot, offset: number): PathWord | undefined {
  const line = lineAt(snapshot, offset);
  const candidates = line === undefined ? [] : pathWordsIn(line);
  return candidates.findLast(({ word: { source, start, end } }) => {
    return source === snapshot.source && start <= offset && offset <= end;
  });
}
