import type { LocationLink, Position } from "vscode-languageserver-types";
import { getDefinitions } from "./definition.ts";
import type { Snapshot } from "./snapshot.ts";

/** The language declares nothing apart from where it defines it. */
export function getDeclarations(snapshot: Snapshot, position: Position): LocationLink[] {
  return getDefinitions(snapshot, position);
}
