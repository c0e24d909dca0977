import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";

/** How a path stands in its string. */
export interface PathPlace {
  /** What of the string stands before the path: the `file:` of a table. */
  readonly prefix?: string;
  /** Paths can begin in the folder that smtpd is started in; else they begin with `/`. */
  readonly relative?: boolean;
}

/** The entries of the folder that a path names so far. */
export function pathOffers(
  { files, client, source }: Snapshot,
  { word }: Cursor,
  place: PathPlace = {},
): readonly Offer[] {
  const { prefix = "", relative = false } = place;
  const typed = word.typed.slice(prefix.length);
  const slash = typed.lastIndexOf("/") + 1;
  const root = typed === "" && !relative ? "/" : "";
  const folder = root + typed.slice(0, slash);
  const names = files.entriesOf(folder).filter((name) => /^[^/]+\/?$/.test(name) && folder + name !== source.path);
  // A word that begins with a slash is none: it gets the quotes that it lacks.
  const isUnquoted = word.kind !== "quoted" && prefix === "";
  const offset = word.start + word.typed.length;
  const rest = /^[^/\s"']*/.exec(word.rest)?.[0].length ?? 0;
  return names.map((name) => {
    const isFolder = name.endsWith("/");
    const what = {
      label: name,
      kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
      detail: isFolder ? "folder" : "file",
    };
    if (isUnquoted) return { ...what, ...unquotedPath(folder + name, isFolder, client.snippets) };
    const range = { start: offset - (typed.length - slash), end: offset + rest };
    const text = root + (isFolder && word.rest.startsWith("/", rest) ? name.slice(0, -1) : name);
    return { ...what, write: "part", text, range, goesOn: isFolder || range.end < word.end };
  });
}

/** A path in quotes of its own; behind a folder the cursor stays in them. */
function unquotedPath(path: string, isFolder: boolean, snippets: boolean): Pick<Offer, "write" | "text" | "filter"> {
  if (!isFolder || !snippets) return { write: "string", text: path, filter: path };
  return { write: "snippet", text: `"${path.replace(/[\\$}"]/g, "\\$&")}$0"`, filter: path };
}
