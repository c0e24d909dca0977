import { version } from "smtpd-lint";
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { answerRequests } from "./answer-requests.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { readClient } from "./client.ts";
import { followDocuments } from "./follow-documents.ts";
import { guard } from "./protect.ts";
import { openServices, type Services } from "./services.ts";
import { settingsSection } from "./settings.ts";

/**
 * Serves an editor over a connection until that ends. Whatever a request or a text is, it is answered: a failure of ours is
 * a line of the log and an empty answer.
 */
export function serve(connection: Connection): void {
  connection.onInitialize((parameters) => initialize(connection, parameters));
  connection.listen();
}

function initialize(connection: Connection, parameters: InitializeParams): InitializeResult {
  const client = readClient(parameters);
  const services = openServices(connection, client, parameters);
  followDocuments(services);
  answerRequests(services);
  connection.onInitialized(guard("initialized", services.log, () => begin(services)));
  return {
    capabilities: capabilitiesFor(client),
    serverInfo: { name: "smtpd-language-server", version },
  };
}

/** Asks to be told of what else answers depend on, and looks at the settings for the first time. */
async function begin({ connection, client, watching, folders, reload, log }: Services): Promise<void> {
  if (client.registersSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  await watching.begin();
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(
      guard("workspace/didChangeWorkspaceFolders", log, (event) => folders.change(event)),
    );
  }
  await reload();
}
