import type { Snapshot } from "smtpd-conf-language-service";
import type { ExecuteCommandParams } from "vscode-languageserver";
import { drawMail, explain, explainCode, match, printEffective, readCommandParameters } from "../commands.ts";
import { pageOf } from "../pages.ts";
import { protect } from "../protect.ts";
import type { Services } from "../services.ts";

/** Runs what is named by its name. The answer is a text, or null where there is none. */
export function answerCommands(services: Services): void {
  services.connection.onExecuteCommand(
    protect("workspace/executeCommand", null, services.log, (parameters) => run(services, parameters)),
  );
}

async function run(services: Services, { command, arguments: sent }: ExecuteCommandParams): Promise<string | null> {
  const { code, uri, format, envelope } = readCommandParameters(sent);
  if (command === "smtpd-lint.explainCode") return code === undefined ? null : showPage(services, code);
  const snapshot = uri === undefined ? undefined : await services.projects.snapshot(uri);
  if (snapshot === undefined) return null;
  return command === "smtpd-lint.match" ? match(snapshot, envelope) : tell(command, snapshot, format);
}

function tell(command: string, snapshot: Snapshot, format: string | undefined): string | null {
  switch (command) {
    case "smtpd-lint.explainConfiguration":
      return explain(snapshot);
    case "smtpd-lint.effectiveConfiguration":
      return printEffective(snapshot);
    case "smtpd-lint.mailGraph":
      return drawMail(snapshot, format);
    case "smtpd-lint.targetRelease":
      return snapshot.target;
    default:
      return null;
  }
}

/** Gives the page about a code. An editor that does not know the command has it opened. */
async function showPage({ connection, client }: Services, code: string): Promise<string> {
  const uri = pageOf(code);
  if (client.showsDocuments && !client.support.commands && uri !== undefined) {
    await connection.window.showDocument({ uri, takeFocus: true });
  }
  return explainCode(code);
}
