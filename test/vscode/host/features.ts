/// <reference types="vscode" />
import { strict as assert } from "node:assert";
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  languages,
  type MarkdownString,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SignatureHelp,
  type TextEdit,
  type Uri,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { test, until } from "./host-test.ts";
import { codesOf, open, placeOf, untilFound, wholeOf, write } from "./open.ts";

/** What the editor gets of the providers of a kind. */
function ask<Answer>(kind: string, uri: Uri, ...rest: readonly unknown[]): Thenable<Answer> {
  return commands.executeCommand<Answer>(`vscode.execute${kind}`, uri, ...rest);
}

function labelsOf({ items }: CompletionList): readonly string[] {
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

test("what smtpd refuses is found", async () => {
  const { document } = await open("draft.smtpd.conf");
  const finding = await untilFound(document, "undefined-table");
  assert.equal(document.getText(finding.range), "alises");
  assert.match(finding.message, /There is no table "alises"\./);
});

test("what smtpd accepts is judged, and leads to a page", async () => {
  const { document } = await open("smtpd.conf");
  const finding = await untilFound(document, "sender-spoof-relay");
  assert.ok(typeof finding.code === "object");
  assert.equal(finding.code.target.scheme, "command");
  assert.ok((finding.relatedInformation ?? []).length > 0);
});

test("a good configuration is left alone", async () => {
  const draft = await open("draft.smtpd.conf");
  await untilFound(draft.document, "undefined-table");
  const { document } = await open("clean.smtpd.conf");
  await until("the first lenses", async () => (await ask<CodeLens[]>("CodeLensProvider", document.uri)).length > 0);
  assert.deepEqual(codesOf(languages.getDiagnostics(document.uri)), []);
});

test("findings follow what is written", async () => {
  const { document } = await write("listen on lo\nmatch for local action x\n");
  await untilFound(document, "undefined-action");
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(1).range.start, 'action "x" mbox\n');
  await workspace.applyEdit(edit);
  await until(
    "the finding is gone",
    () => !codesOf(languages.getDiagnostics(document.uri)).includes("undefined-action"),
  );
});

test("completion offers what can follow, and nothing else", async () => {
  const { document } = await write("listen on lo tls \n");
  const end = document.lineAt(0).range.end;
  const labels = labelsOf(await ask<CompletionList>("CompletionItemProvider", document.uri, end));
  assert.ok(labels.includes("pki"), labels.join());
  assert.ok(!labels.includes("reject"), labels.join());
});

test("completion knows the names of the right kind", async () => {
  const { document } = await write('table aliases file:/etc/aliases\naction "local" mbox alias <\n');
  const end = document.lineAt(1).range.end;
  const labels = labelsOf(await ask<CompletionList>("CompletionItemProvider", document.uri, end, "<"));
  assert.ok(
    labels.some((label) => label.includes("aliases")),
    labels.join(),
  );
});

test("hover tells what is under it", async () => {
  const { document } = await open("clean.smtpd.conf");
  const [hover] = await ask<Hover[]>("HoverProvider", document.uri, placeOf(document, "fcrdns"));
  const contents = (hover?.contents ?? []) as readonly MarkdownString[];
  const text = contents.map(({ value }) => value).join("\n");
  assert.match(text, /reverse DNS/);
});

function targetOf(found: Location | LocationLink | undefined): Range | undefined {
  return found === undefined ? undefined : "range" in found ? found.range : found.targetRange;
}

test("definition and references", async () => {
  const { document } = await open("clean.smtpd.conf");
  const use = placeOf(document, "aliases>");
  const [definition] = await ask<(Location | LocationLink)[]>("DefinitionProvider", document.uri, use);
  assert.equal(
    document.lineAt(targetOf(definition)?.start ?? (-1 as never)).text,
    "table aliases file:/etc/mail/aliases",
  );
  const references = await ask<Location[]>("ReferenceProvider", document.uri, use);
  assert.equal(references.length, 2);
});

test("rename changes every use", async () => {
  const { document } = await open("clean.smtpd.conf");
  const place = placeOf(document, "aliases>");
  const edit = await commands.executeCommand<WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    place,
    "names",
  );
  assert.equal(edit.get(document.uri).length, 2);
});

test("the outline has all statements that make something", async () => {
  const { document } = await open("clean.smtpd.conf");
  const symbols = await ask<DocumentSymbol[]>("DocumentSymbolProvider", document.uri);
  const names = JSON.stringify(symbols.map(({ name, children }) => [name, children.map((child) => child.name)]));
  for (const name of ["aliases", "domains", "no-name", "local", "out"]) assert.ok(names.includes(name), names);
});

test("folding, selection and links", async () => {
  const { document } = await open("clean.smtpd.conf");
  assert.ok(Array.isArray(await ask<FoldingRange[]>("FoldingRangeProvider", document.uri)));
  const [selection] = await ask<SelectionRange[]>("SelectionRangeProvider", document.uri, [
    placeOf(document, "fcrdns"),
  ]);
  assert.ok(selection?.parent);
  assert.ok(Array.isArray(await ask<DocumentLink[]>("LinkProvider", document.uri)));
});

test("semantic tokens", async () => {
  const { document } = await open("clean.smtpd.conf");
  const tokens = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
  assert.ok(tokens.data.length >= 5 * 10);
});

test("inlay hints show what is not written", async () => {
  const { document } = await write('listen on lo\naction "a" mbox\nmatch for local action "a"\n');
  const hints = await ask<InlayHint[]>("InlayHintProvider", document.uri, wholeOf(document));
  const texts = hints.map(({ label }) =>
    typeof label === "string" ? label : label.map(({ value }) => value).join(""),
  );
  assert.ok(
    texts.some((text) => text.includes("from local")),
    texts.join(),
  );
});

test("lenses count uses", async () => {
  const { document } = await open("clean.smtpd.conf");
  const lenses = await ask<CodeLens[]>("CodeLensProvider", document.uri, 100);
  const titles = lenses.map(({ command }) => command?.title ?? "");
  assert.ok(
    titles.some((title) => /\d/.test(title)),
    titles.join(),
  );
});

test("signature help shows what a statement can have", async () => {
  const { document } = await write("listen on lo \n");
  const help = await ask<SignatureHelp>("SignatureHelpProvider", document.uri, document.lineAt(0).range.end);
  assert.match(help.signatures[0]?.label ?? "", /listen on/);
});

test("a finding is mended", async () => {
  const { document } = await open("draft.smtpd.conf");
  const finding = await untilFound(document, "undefined-table");
  const actions = await ask<CodeAction[]>("CodeActionProvider", document.uri, finding.range);
  const fix = actions.find(
    ({ isPreferred, edit, title }) => edit !== undefined && (isPreferred || title.includes("aliases")),
  );
  assert.ok(fix?.edit, actions.map(({ title }) => title).join());
  assert.equal(fix.edit.get(document.uri)[0]?.newText, "aliases");
});

test("formatting", async () => {
  const { document } = await write('listen   on    lo\naction "a"   mbox\nmatch for local   action "a"\n');
  const options = { tabSize: 4, insertSpaces: true };
  const edits = await commands.executeCommand<TextEdit[]>(
    "vscode.executeFormatDocumentProvider",
    document.uri,
    options,
  );
  assert.ok(edits.length > 0);
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits);
  await workspace.applyEdit(edit);
  assert.match(document.getText(), /^listen on lo\n/);
});

test("the ways of mail are calls", async () => {
  const { document } = await open("clean.smtpd.conf");
  const place: Position = placeOf(document, '"local" maildir');
  const items = await commands.executeCommand<readonly unknown[]>("vscode.prepareCallHierarchy", document.uri, place);
  assert.equal(items.length, 1);
  const calls = await commands.executeCommand<readonly unknown[]>("vscode.provideIncomingCalls", items[0]);
  assert.ok(calls.length > 0);
});

test("statements are found in the whole workspace", async () => {
  await open("clean.smtpd.conf");
  const symbols = await commands.executeCommand<readonly { readonly name: string }[]>(
    "vscode.executeWorkspaceSymbolProvider",
    "no-name",
  );
  assert.ok(symbols.length > 0);
});
