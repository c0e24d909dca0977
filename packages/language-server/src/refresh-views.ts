import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Has the editor ask again for everything that it shows, since answers can be others now. */
export function refreshViews(connection: Connection, client: Client): void {
  const { languages } = connection;
  const { diagnostics, hints } = client.refreshes;
  ignoreFailures([diagnostics && languages.diagnostics.refresh(), hints && languages.inlayHint.refresh()]);
  refreshColours(connection, client);
}

/** Has the editor ask again for semantic tokens and lenses. */
export function refreshColours(connection: Connection, client: Client): void {
  const { tokens, lenses } = client.refreshes;
  ignoreFailures([
    tokens && connection.languages.semanticTokens.refresh(),
    lenses && connection.sendRequest(CodeLensRefreshRequest.type),
  ]);
}

/** An editor that does not want to is left alone. */
function ignoreFailures(requests: readonly (Promise<void> | false)[]): void {
  for (const one of requests) if (one) void one.catch(() => {});
}
