/// <reference types="vscode" />
import { strict as assert } from "node:assert";
import { commands, extensions } from "vscode";
import { test } from "./host-test.ts";
import { open, write } from "./open.ts";

const id = "OWNER.smtpd-lint-vscode";

for (const name of ["smtpd.conf", "clean.smtpd.conf", "mail"]) {
  test(`${name} is a configuration`, async () => {
    const { document } = await open(name);
    assert.equal(document.languageId, "smtpd-conf");
  });
}

test("the extension is awake when a configuration is open", async () => {
  await open("smtpd.conf");
  const extension = extensions.getExtension(id);
  assert.ok(extension);
  await extension.activate();
  assert.equal(extension.isActive, true);
});

test("its commands are there", async () => {
  const known = await commands.getCommands(true);
  const own: readonly { readonly command: string }[] = extensions.getExtension(id)?.packageJSON.contributes.commands;
  for (const { command } of own) assert.ok(known.includes(command), command);
});

/** Types these texts at the end, each at once. */
async function type(...texts: readonly string[]): Promise<void> {
  await commands.executeCommand("cursorBottom");
  for (const text of texts) await commands.executeCommand("type", { text });
}

test("a line goes on with more indentation behind a backslash, and comes back", async () => {
  const editor = await write("listen on lo \\");
  await type("\n", "port 25 \\\n", "tag X\n");
  assert.equal(editor.document.getText(), "listen on lo \\\n    port 25 \\\n    tag X\n");
});

test("brackets and quotes come in pairs, and a comment is a #", async () => {
  const editor = await write("table x ");
  await type("{", " ", '"');
  assert.equal(editor.document.getText(), 'table x { ""}');
  await commands.executeCommand("editor.action.commentLine");
  assert.equal(editor.document.getText(), '# table x { ""}');
});
