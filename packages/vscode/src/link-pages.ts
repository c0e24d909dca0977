import { commands, type Diagnostic, Uri } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** Has the code of a finding open its page as it reads, where the server's link leads to the file with its Markdown. */
export const linkPages: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkPage)),
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    return report?.kind === "full" ? { ...report, items: report.items.map(linkPage) } : report;
  },
};

function linkPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== "object") return diagnostic;
  const argument = encodeURIComponent(JSON.stringify([code.value]));
  diagnostic.code = { value: code.value, target: Uri.parse(`command:smtpd-lint.openRule?${argument}`) };
  return diagnostic;
}

/** Has the page open where somebody chooses to have a finding explained; the server's answer would be shown nowhere. */
export const openPages: Middleware = {
  executeCommand(command, args, next) {
    if (command !== "smtpd-lint.explainCode") return next(command, args);
    const [{ code } = { code: undefined }] = args as [{ code?: unknown }?];
    return commands.executeCommand("smtpd-lint.openRule", code);
  },
};
