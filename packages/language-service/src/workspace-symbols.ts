import type { Location, WorkspaceSymbol } from "vscode-languageserver-types";
import { namePartOf } from "./name-part.ts";
import { documentFinder } from "./place-locations.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";
import { type NamedPlace, symbolIndexOf } from "./symbol-index.ts";
import { kindNames, symbolKinds } from "./symbol-kinds.ts";
import { rangeIn } from "./to-lsp.ts";

/**
 * The names that configurations define, as far as the characters of the query stand in them in this order, whatever their
 * case: first those that begin with it, then those that have it in one piece. Of a name that several statements set, it is
 * the first. A file that several configurations include gives its names once.
 */
export function getWorkspaceSymbols(snapshots: readonly Snapshot[], query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const seen = new Set<string>();
  const found = snapshots.flatMap((snapshot) => matchesIn(snapshot, wanted, seen));
  return found.sort((a, b) => a.rank - b.rank).map(({ symbol }) => symbol);
}

/** A symbol with its place, which clients need not ask for again. */
type PlacedWorkspaceSymbol = WorkspaceSymbol & { readonly location: Location };

interface Match {
  readonly symbol: PlacedWorkspaceSymbol;
  readonly rank: number;
}

function matchesIn(snapshot: Snapshot, wanted: string, seen: Set<string>): readonly Match[] {
  const documentFor = documentFinder(snapshot);
  const matches: Match[] = [];
  const here = new Set<string>();
  for (const place of symbolIndexOf(snapshot.model).definitions()) {
    const rank = rankOf(place.name.toLowerCase(), wanted);
    if (rank === undefined || !isWritten(place) || !isNew(here, `${place.kind} ${place.name}`)) continue;
    const symbol = symbolOf(place, documentFor);
    if (symbol !== undefined && isNew(seen, addressOf(symbol))) matches.push({ symbol, rank });
  }
  return matches;
}

function isNew(seen: Set<string>, key: string): boolean {
  return !seen.has(key) && seen.add(key) === seen;
}

/** A place that has the name itself, and not a macro. The word of `filter x proc-exec` counts as that of the filter. */
function isWritten({ kind, token, line }: NamedPlace): boolean {
  if ("origin" in token && token.origin !== undefined) return false;
  const statement = statementOf(line);
  return kind !== "proc" || statement?.kind !== "ProcExecFilterDirective";
}

function symbolOf(
  { kind, name, token }: NamedPlace,
  documentFor: ReturnType<typeof documentFinder>,
): PlacedWorkspaceSymbol | undefined {
  const document = documentFor(token.source);
  if (document === undefined) return undefined;
  const location = { uri: document.uri, range: rangeIn(document, namePartOf(token)) };
  return { name, kind: symbolKinds[kind], location, containerName: kindNames[kind] };
}

function addressOf({ kind, location: { uri, range } }: PlacedWorkspaceSymbol): string {
  return `${kind} ${range.start.line} ${range.start.character} ${uri}`;
}

/** How well a name fits, 0 best; undefined where it does not. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  let position = -1;
  const fits = Array.from(wanted).every((character) => {
    position = name.indexOf(character, position + 1);
    return position >= 0;
  });
  return fits ? 2 : undefined;
}
