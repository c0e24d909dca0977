import { commands } from "vscode";
import type { LanguageClient, Location, Position } from "vscode-languageclient/node";

/**
 * What a code lens does that counts uses: the server sends the place and the uses in the values of the protocol, and the
 * editor's own command wants them in its values.
 */
export async function showReferences(client: LanguageClient, sent: readonly unknown[]): Promise<void> {
  const [uri, position, locations] = sent as [string, Position, Location[]];
  const { asUri, asPosition, asLocation } = client.protocol2CodeConverter;
  const places = locations.map((location) => asLocation(location));
  await commands.executeCommand("editor.action.showReferences", asUri(uri), asPosition(position), places);
}
