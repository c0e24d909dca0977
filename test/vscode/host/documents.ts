/// <reference types="vscode" />
import { strict as assert } from "node:assert";
import { commands, type TabInputWebview, Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import { test, until } from "./host-test.ts";
import { open, write } from "./open.ts";

/** The text of the document of ours whose path begins so, when it is there. */
function madeText(beginning: string): string | undefined {
  const made = workspace.textDocuments.filter(({ uri }) => uri.scheme === "smtpd-lint");
  const text = made.find(({ uri }) => uri.path.startsWith(beginning))?.getText();
  return text === "" ? undefined : text;
}

function hasTab(title: RegExp): true | undefined {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ label }) => title.test(label)) ? true : undefined;
}

test("the effective configuration is shown beside, and follows", async () => {
  const { document } = await write('listen on lo\naction "a" mbox\nmatch for local action "a"\n');
  await commands.executeCommand("smtpd-lint.openEffectiveConfiguration", document.uri);
  assert.match(await until("the document", () => madeText("/effective/")), /match from local for local/);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), 'table fresh { "a" }\n');
  await workspace.applyEdit(edit);
  await until("the new table", () => madeText("/effective/")?.includes("fresh"));
});

test("a configuration is explained", async () => {
  const { document } = await open("clean.smtpd.conf");
  await commands.executeCommand("smtpd-lint.openExplanation", document.uri);
  await until("its tab", () => hasTab(/does/));
});

test("a rule is explained", async () => {
  await commands.executeCommand("smtpd-lint.openRule", "open-relay");
  await until("its tab", () => hasTab(/open-relay/));
  const page = await workspace.openTextDocument(Uri.parse("smtpd-lint:/page/open-relay.md"));
  assert.match(page.getText(), /^# open-relay\n/);
});

test("the ways of mail are shown in a panel, once for each configuration", async () => {
  const { document } = await open("clean.smtpd.conf");
  await commands.executeCommand("smtpd-lint.openGraph", document.uri);
  await commands.executeCommand("smtpd-lint.openGraph", document.uri);
  const panels = await until("the panel", () => {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const found = tabs.filter(({ input }) => (input as TabInputWebview)?.viewType?.endsWith("smtpd-lint.graph"));
    return found.length > 0 ? found : undefined;
  });
  assert.deepEqual(
    panels.map(({ label }) => label),
    ["Mail flow of clean.smtpd.conf"],
  );
  assert.notEqual(panels[0]?.group.viewColumn, ViewColumn.One);
});

test("a new configuration begins with one that works", async () => {
  await commands.executeCommand("smtpd-lint.newConfiguration");
  const document = window.activeTextEditor?.document;
  assert.equal(document?.languageId, "smtpd-conf");
  assert.match(document?.getText() ?? "", /listen on/);
});
