import { CodeLensRefreshRequest, type Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Has the editor ask again for everything that it shows, since answers can be others now. */
export function refreshViews(connection: Connection, client: Client): void {
  const { languages } = connection;
  const { diagnostics, tokens, hints, lenses } = client.refreshes;
  const refreshed = [
    diagnostics && languages.diagnostics.refresh(),
    tokens && languages.semanticTokens.refresh(),
    hints && languages.inlayHint.refresh(),
    lenses && connection.sendRequest(CodeLensRefreshRequest.type),
  ];
  for (const one of refreshed) if (one) void one.catch(() => {});
}
