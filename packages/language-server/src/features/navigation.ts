import {
  getDeclarations,
  getDefinitions,
  getHighlights,
  getHover,
  getImplementations,
  getLinkedEditingRanges,
  getReferences,
  getTypeDefinitions,
  type Snapshot,
} from "smtpd-conf-language-service";
import type { Hover, LinkedEditingRanges, Location, LocationLink, Position } from "vscode-languageserver";
import type { Services } from "../services.ts";
import { type AboutDocument, answer } from "./answer.ts";

interface AboutPlace extends AboutDocument {
  readonly position: Position;
}

/** Says what stands at a place, and leads to what belongs to it. */
export function answerNavigation(services: Services): void {
  const { connection } = services;
  connection.onHover(
    answer<AboutPlace, Hover | undefined>(services, "textDocument/hover", undefined, (snapshot, { position }) =>
      getHover(snapshot, position),
    ),
  );
  connection.onDeclaration(linksTo(services, "textDocument/declaration", getDeclarations));
  connection.onDefinition(linksTo(services, "textDocument/definition", getDefinitions));
  connection.onTypeDefinition(linksTo(services, "textDocument/typeDefinition", getTypeDefinitions));
  connection.onImplementation(linksTo(services, "textDocument/implementation", getImplementations));
  connection.onReferences(
    answer(services, "textDocument/references", [], (snapshot, { position, context }) =>
      getReferences(snapshot, position, context),
    ),
  );
  connection.onDocumentHighlight(
    answer(services, "textDocument/documentHighlight", [], (snapshot, { position }) =>
      getHighlights(snapshot, position),
    ),
  );
  connection.languages.onLinkedEditingRange(
    answer<AboutPlace, LinkedEditingRanges | undefined>(
      services,
      "textDocument/linkedEditingRange",
      undefined,
      (snapshot, { position }) => getLinkedEditingRanges(snapshot, position),
    ),
  );
}

/** Editors that know no links with an origin get plain places. */
function linksTo(services: Services, name: string, find: (snapshot: Snapshot, position: Position) => LocationLink[]) {
  return answer<AboutPlace, LocationLink[] | Location[]>(services, name, [], (snapshot, { position }) => {
    const links = find(snapshot, position);
    if (services.client.links) return links;
    return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
  });
}
