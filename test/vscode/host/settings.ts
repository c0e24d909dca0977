/// <reference types="vscode" />
import { strict as assert } from "node:assert";
import { ConfigurationTarget, commands, languages, type TextEdit, workspace } from "vscode";
import { test, until } from "./host-test.ts";
import { codesOf, open, untilFound, write } from "./open.ts";

/** Has a setting while something is tried, and takes it away again. */
async function having(name: string, value: unknown, tried: () => Promise<void>): Promise<void> {
  const settings = workspace.getConfiguration("smtpd-lint");
  await settings.update(name, value, ConfigurationTarget.Workspace);
  try {
    await tried();
  } finally {
    await settings.update(name, undefined, ConfigurationTarget.Workspace);
  }
}

test("another release refuses something else", async () => {
  const { document } = await write("srs key secret\nlisten on lo\n");
  await untilFound(document, "no-rules");
  await having("targetRelease", "6.4.0", async () => {
    await until("what 6.4.0 does not know", () => {
      const first = languages.getDiagnostics(document.uri).filter(({ range }) => range.start.line === 0);
      return first.length > 0;
    });
  });
});

test("a rule can be switched off", async () => {
  const { document } = await open("smtpd.conf");
  await untilFound(document, "unreachable-match");
  await having("lint.rules", { "unreachable-match": "off" }, async () => {
    await until("it is gone", () => !codesOf(languages.getDiagnostics(document.uri)).includes("unreachable-match"));
  });
  await untilFound(document, "unreachable-match");
});

test("a set of rules can be chosen", async () => {
  const { document } = await open("smtpd.conf");
  await untilFound(document, "unreachable-match");
  await having("lint.preset", "none", async () => {
    await until("no advice", () => languages.getDiagnostics(document.uri).length === 0);
  });
});

test("everything can be switched off", async () => {
  const { document } = await open("smtpd.conf");
  await untilFound(document, "unreachable-match");
  await having("enable", false, async () => {
    await until("no findings", () => languages.getDiagnostics(document.uri).length === 0);
  });
});

test("formatting can be switched off", async () => {
  const { document } = await write("listen   on    lo\n");
  await having("format.enable", false, async () => {
    const options = { tabSize: 4, insertSpaces: true };
    await until("nothing is formatted", async () => {
      const edits = await commands.executeCommand<TextEdit[] | undefined>(
        "vscode.executeFormatDocumentProvider",
        document.uri,
        options,
      );
      return (edits ?? []).length === 0;
    });
  });
});

test("the server can be started anew", async () => {
  const { document } = await open("smtpd.conf");
  await untilFound(document, "unreachable-match");
  await commands.executeCommand("smtpd-lint.restartServer");
  await untilFound(document, "unreachable-match");
  assert.ok(codesOf(languages.getDiagnostics(document.uri)).length > 1);
});
