import { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import { openCheckstyle } from "../../packages/cli/src/formats/checkstyle.ts";
import { openGithub } from "../../packages/cli/src/formats/github.ts";
import { openGitlab } from "../../packages/cli/src/formats/gitlab.ts";
import { openJson } from "../../packages/cli/src/formats/json.ts";
import { openJunit } from "../../packages/cli/src/formats/junit.ts";
import { openSarif } from "../../packages/cli/src/formats/sarif.ts";
import { openText } from "../../packages/cli/src/formats/text.ts";
import { openUnix } from "../../packages/cli/src/formats/unix.ts";
import type { Output } from "../../packages/cli/src/output.ts";
import type { Format } from "../../packages/cli/src/report.ts";
import * as service from "../../packages/language-service/src/index.ts";
import {
  effectiveConfiguration,
  fixText,
  type LintInput,
  type LintResult,
  type LintRun,
  type LintSession,
  lint,
  mailGraph,
  newestRelease,
  newFindings,
  openLintSession,
  printConfiguration,
} from "../../packages/smtpd-conf/src/index.ts";

/** A configuration that was read and linted, and a place in it. */
export interface Asked {
  readonly input: LintInput;
  readonly session: LintSession;
  readonly snapshot: service.Snapshot;
  readonly position: Position;
}

/** Reads a configuration as an editor does that has it open. The place is where some words end, the first behind the middle. */
export function ask(input: LintInput, before: string): Asked {
  const session = openLintSession();
  const result = complete(session.update(input));
  const document = TextDocument.create("file:///smtpd.conf", "smtpd-conf", 1, input.text);
  const offset = input.text.indexOf(before, input.text.length / 2);
  if (offset < 0) throw new Error(`"${before}" is not behind the middle`);
  const position = document.positionAt(offset + before.length);
  return { input, session, snapshot: snapshotOf(input, result, document), position };
}

function complete(run: LintRun): LintResult {
  const rest = run.rest();
  for (let step = rest.next(); ; step = rest.next()) if (step.done) return step.value;
}

function snapshotOf(input: LintInput, result: LintResult, document: TextDocument): service.Snapshot {
  const [source] = result.configuration.sources as [service.Snapshot["source"]];
  return {
    ...result,
    document,
    source,
    known: result.diagnostics,
    result,
    lintInput: input,
    files: { documentOf: () => undefined, uriOf: (path) => `file:///${path}`, entriesOf: () => [] },
    settings: service.defaultSettings,
    client: service.fullSupport,
    pageOf: () => undefined,
  };
}

const options = { tabSize: 8, insertSpaces: false };

function wholeOf({ document }: service.Snapshot) {
  return { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
}

/** An `x` where the place is, which takes all that is known of the text before; so it has to be asked for last. */
function edit({ input, session, snapshot, position }: Asked): unknown {
  const at = snapshot.document.offsetAt(position);
  const text = `${input.text.slice(0, at)}x${input.text.slice(at)}`;
  const run = session.update({ ...input, text }, [{ start: at, end: at, text: "x" }]);
  return [run.atOnce(), run.first(), complete(run)];
}

const output: Output = { write: () => {}, flush: () => {} };
const look = { target: newestRelease, colored: false, summary: true };

function report({ snapshot: { result } }: Asked, format: Format): void {
  const { verdict, diagnostics } = result;
  format.file({ kind: "linted", path: "smtpd.conf", target: newestRelease, verdict, diagnostics, suppressed: [] });
  format.end();
}

/** What editors and users ask of a configuration that is known already. */
export const requests = {
  diagnostics: ({ snapshot }) => service.getDiagnostics(snapshot),
  "code lenses": ({ snapshot }) => service.getCodeLenses(snapshot),
  "resolved code lenses": ({ snapshot }) =>
    service.getCodeLenses(snapshot).map((lens) => service.resolveCodeLens(snapshot, lens)),
  "document symbols": ({ snapshot }) => service.getDocumentSymbols(snapshot),
  "folding ranges": ({ snapshot }) => service.getFoldingRanges(snapshot),
  formatting: ({ snapshot }) => service.getFormatting(snapshot, options),
  "inlay hints": ({ snapshot }) => service.getInlayHints(snapshot, wholeOf(snapshot)),
  "inline values": ({ snapshot }) => service.getInlineValues(snapshot, wholeOf(snapshot)),
  links: ({ snapshot }) => service.getLinks(snapshot),
  "semantic tokens": ({ snapshot }) => service.getSemanticTokens(snapshot),
  "workspace symbols": ({ snapshot }) => service.getWorkspaceSymbols([snapshot], "a"),
  "code actions of the whole text": ({ snapshot }) =>
    service.getCodeActions(snapshot, wholeOf(snapshot), { triggerKind: 1 }),
  hover: ({ snapshot, position }) => service.getHover(snapshot, position),
  completions: ({ snapshot, position }) => service.getCompletions(snapshot, position),
  "signature help": ({ snapshot, position }) => service.getSignatureHelp(snapshot, position),
  definitions: ({ snapshot, position }) => service.getDefinitions(snapshot, position),
  references: ({ snapshot, position }) => service.getReferences(snapshot, position, { includeDeclaration: true }),
  highlights: ({ snapshot, position }) => service.getHighlights(snapshot, position),
  rename: ({ snapshot, position }) => service.getRename(snapshot, position, "another"),
  calls: ({ snapshot, position }) =>
    service
      .prepareCallHierarchy(snapshot, position)
      .map((item) => [service.getIncomingCalls(snapshot, item), service.getOutgoingCalls(snapshot, item)]),
  "code actions": ({ snapshot, position }) =>
    service.getCodeActions(snapshot, { start: position, end: position }, { triggerKind: 1 }),
  "resolved code actions": ({ snapshot, position }) =>
    service
      .getCodeActions(snapshot, { start: position, end: position }, { triggerKind: 1 })
      .map((action) => service.resolveCodeAction(snapshot, action)),
  fixes: ({ input }) => fixText(input, { suggested: false }),
  "new findings": ({ input, snapshot: { result } }) =>
    newFindings(result, lint({ ...input, text: input.text + input.text }), []),
  print: ({ snapshot: { model, analysis } }) => printConfiguration(effectiveConfiguration(model, analysis)),
  graph: ({ snapshot: { model, analysis } }) => mailGraph(model, analysis),
  "report: text": (asked) => report(asked, openText(output, look)),
  "report: json": (asked) => report(asked, openJson(output, look)),
  "report: sarif": (asked) => report(asked, openSarif(output, look)),
  "report: github": (asked) => report(asked, openGithub(output)),
  "report: gitlab": (asked) => report(asked, openGitlab(output)),
  "report: junit": (asked) => report(asked, openJunit(output)),
  "report: checkstyle": (asked) => report(asked, openCheckstyle(output)),
  "report: unix": (asked) => report(asked, openUnix(output)),
  "an edit": edit,
} satisfies Record<string, (asked: Asked) => unknown>;

export type RequestName = keyof typeof requests;
