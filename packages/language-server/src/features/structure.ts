import {
  getDocumentSymbols,
  getFoldingRanges,
  getLinks,
  getSelectionRanges,
  getWorkspaceSymbols,
} from "smtpd-conf-language-service";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { snapshotIn } from "../projects/project-snapshot.ts";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";
import { answer } from "./answer.ts";
import { allProjects } from "./diagnostics.ts";

/** Says what a document is made of. */
export function answerStructure(services: Services): void {
  const { connection, client, log } = services;
  connection.onDocumentSymbol(
    answer<{ textDocument: { uri: string } }, DocumentSymbol[] | SymbolInformation[]>(
      services,
      "textDocument/documentSymbol",
      [],
      (snapshot, { textDocument: { uri } }) => {
        const tree = getDocumentSymbols(snapshot);
        return client.symbolTree ? tree : flattened(tree, uri, undefined);
      },
    ),
  );
  connection.onWorkspaceSymbol(
    protect("workspace/symbol", [], log, async ({ query }) => {
      const projects = await allProjects(services);
      return getWorkspaceSymbols(
        projects.flatMap((project) => snapshotIn(project, project.uri) ?? []),
        query,
      );
    }),
  );
  connection.onFoldingRanges(answer(services, "textDocument/foldingRange", [], getFoldingRanges));
  connection.onSelectionRanges(
    answer(services, "textDocument/selectionRange", [], (snapshot, { positions }) =>
      getSelectionRanges(snapshot, positions),
    ),
  );
  connection.onDocumentLinks(answer(services, "textDocument/documentLink", [], getLinks));
}

/** A tree of symbols as a list, for editors that know no trees. */
function flattened(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName: string | undefined,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flattened(children, uri, name),
  ]);
}
