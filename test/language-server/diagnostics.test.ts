import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ClientCapabilities, type Diagnostic, FileChangeType } from "vscode-languageserver-protocol";
import { type Client, type ClientOptions, open, prepareServer, startClient } from "./client.ts";

beforeAll(prepareServer, 120_000);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-language-server-")));
afterAll(() => rmSync(folder, { recursive: true }));

const clean = 'action "local" mbox\nmatch for local action "local"\n';
const wrong = "action a mbox\nmatch for local action b\n";

/** Writes files below a folder of their own; gives that. */
function makeFolder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, name, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return join(folder, name);
}

const codes = (list: readonly Diagnostic[] | undefined) => list?.map(({ code }) => code);

async function withClient(options: ClientOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await startClient(options);
  try {
    await work(client);
    expect(client.log.filter((line) => /Error|at .*\.cjs/.test(line))).toEqual([]);
  } finally {
    await client.end();
  }
}

/** Waits until the findings in a document are what a test expects; the last ones where that does not come. */
async function until(client: Client, uri: string, expected: readonly unknown[]): Promise<void> {
  const deadline = Date.now() + 20_000;
  const isThere = () => JSON.stringify(codes(client.diagnostics.get(uri))) === JSON.stringify(expected);
  while (!isThere() && Date.now() < deadline) await new Promise((tell) => setTimeout(tell, 10));
  expect(codes(client.diagnostics.get(uri))).toEqual(expected);
}

function change(client: Client, uri: string, version: number, text: string): Promise<void> {
  return client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
}

/** Asks for the findings in a document. */
function pull(client: Client, uri: string, previousResultId?: string): Promise<Report> {
  return client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
}

interface Report {
  readonly kind: string;
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Opens a configuration of a folder that includes another one of it, rules.conf; gives where the two are. */
async function openIncluding(client: Client, root: string): Promise<readonly [main: string, rules: string]> {
  const [main, rules] = [`file://${root}/smtpd.conf`, `file://${root}/rules.conf`] as const;
  await open(client, main, `action a mbox\ninclude "${root}/rules.conf"\n`);
  return [main, rules];
}

/** Writes a file as another program does, which an editor that watches it says. */
function writeElsewhere(client: Client, root: string, name: string, text: string): Promise<void> {
  const place = join(root, name);
  const type = existsSync(place) ? FileChangeType.Changed : FileChangeType.Created;
  writeFileSync(place, text);
  return client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: `file://${place}`, type }],
  });
}

const uri = "file:///nowhere/smtpd.conf";

test("findings are sent when a document is opened, changed and closed", () =>
  withClient({}, async (client) => {
    await open(client, uri, wrong);
    await until(client, uri, ["undefined-action"]);
    await change(client, uri, 2, clean);
    await until(client, uri, []);
    await change(client, uri, 3, wrong);
    await until(client, uri, ["undefined-action"]);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await until(client, uri, []);
  }));

test("a text that was never saved is checked too", () =>
  withClient({}, async (client) => {
    await open(client, "untitled:Untitled-1", wrong);
    await until(client, "untitled:Untitled-1", ["undefined-action"]);
  }));

test("only what the client knows is sent", async () => {
  const shown = async (capabilities: ClientCapabilities) => {
    let found: readonly Diagnostic[] = [];
    await withClient({ capabilities }, async (client) => {
      await open(client, uri, "action a mbox\naction a mbox\nmatch for local action a\n");
      await until(client, uri, ["duplicate-definition"]);
      found = client.diagnostics.get(uri) ?? [];
    });
    return found[0];
  };
  expect(await shown({})).not.toHaveProperty("relatedInformation");
  const able = { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [] } };
  const full = await shown({ textDocument: { publishDiagnostics: able } });
  expect(full?.relatedInformation).toHaveLength(1);
  expect(full?.codeDescription?.href).toMatch(/^file:.*\/duplicate-definition\.md$/);
});

test("findings in included files and table files are sent for these files", () =>
  withClient({ folders: [makeFolder("include", {})] }, async (client) => {
    const root = makeFolder("include", {
      "smtpd.conf": `include "${folder}/include/rules.conf"\ntable d file:${folder}/include/domains\naction a mbox\nmatch from any for domain <d> action a\n`,
      "rules.conf": "match for local action nobody\n",
      domains: "example.org\na b c d\n",
    });
    await open(client, `file://${root}/smtpd.conf`, `include "${root}/rules.conf"\naction a mbox\n`);
    await until(client, `file://${root}/rules.conf`, ["undefined-action"]);
  }));

test("an included file that is open counts as the editor has it, and its own findings are those of the whole", () => {
  const root = makeFolder("open-include", { "rules.conf": "match for local action nobody\n" });
  return withClient({ folders: [root] }, async (client) => {
    const [main, rules] = await openIncluding(client, root);
    await until(client, rules, ["undefined-action"]);
    await open(client, rules, "match for local action a\n");
    await until(client, rules, []);
    await change(client, rules, 2, "match for local action b\n");
    await until(client, rules, ["undefined-action"]);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: main } });
    await until(client, main, []);
  });
});

test("an included file alone is judged by the configuration of the folder that includes it", () => {
  const root = makeFolder("part", {});
  makeFolder("part", {
    "mail/smtpd.conf": `action a mbox\ninclude "${root}/mail/rules.part"\n`,
    "mail/rules.part": "match for local action a\n",
  });
  return withClient({ folders: [root] }, async (client) => {
    const part = `file://${root}/mail/rules.part`;
    await open(client, part, "match for local action b\n");
    await until(client, part, ["undefined-action"]);
    await change(client, part, 2, "match for local action a\n");
    await until(client, part, []);
  });
});

test("a file outside the folders is not read, unless the settings allow it", async () => {
  const outside = makeFolder("outside", { "rules.conf": "match for local action a\n" });
  const root = makeFolder("inside", {});
  const text = `action a mbox\ninclude "${outside}/rules.conf"\n`;
  const main = `file://${root}/smtpd.conf`;
  await withClient({ folders: [root] }, async (client) => {
    await open(client, main, text);
    await until(client, main, ["include-not-found"]);
    expect(client.diagnostics.get(main)?.[0]?.message).toContain("outside the folders that may be read");
  });
  await withClient({ folders: [root], settings: () => ({ allowedFolders: [outside] }) }, async (client) => {
    await open(client, main, text);
    await until(client, main, []);
  });
});

test("a pipe is neither waited for nor read", async () => {
  const root = makeFolder("pipes", { "readme.txt": "" });
  execFileSync("mkfifo", [join(root, "rules.conf"), join(root, "aliases")]);
  const main = `file://${root}/smtpd.conf`;
  await withClient({ folders: [root] }, async (client) => {
    await open(client, main, `table a file:${root}/aliases\naction a mbox alias <a>\ninclude "${root}/rules.conf"\n`);
    await until(client, main, ["include-not-found"]);
    expect(client.diagnostics.get(main)?.[0]?.message).toContain("it is no regular file");
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
      textDocument: { uri: main },
      position: { line: 0, character: 6 },
    });
    expect(hover.contents.value).toContain("Its entries are not known here.");
  });
});

test("a link out of the folders leads outside", async () => {
  const { symlinkSync } = await import("node:fs");
  const outside = makeFolder("secret", { "rules.conf": "match for local action a\n" });
  const root = makeFolder("linked", { "readme.txt": "" });
  symlinkSync(join(outside, "rules.conf"), join(root, "rules.conf"));
  await withClient({ folders: [root] }, async (client) => {
    const main = `file://${root}/smtpd.conf`;
    await open(client, main, `action a mbox\ninclude "${root}/rules.conf"\n`);
    await until(client, main, ["include-not-found"]);
  });
});

const pulling: ClientCapabilities = { textDocument: { diagnostic: { relatedDocumentSupport: true } } };

test("a client that asks for findings gets them so, and is not sent any", () =>
  withClient({ capabilities: pulling }, async (client) => {
    await open(client, uri, wrong);
    const first = await pull(client, uri);
    expect(codes(first.items)).toEqual(["undefined-action"]);
    expect(await pull(client, uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await change(client, uri, 2, clean);
    expect(await pull(client, uri, first.resultId)).toMatchObject({ kind: "full", items: [] });
    expect(client.diagnostics.size).toBe(0);
  }));

test("a client that asks for the whole workspace gets the findings of files that nobody opened", () => {
  const root = makeFolder("workspace", { "a/smtpd.conf": wrong, "b/smtpd.conf": clean, "b/other.txt": wrong });
  return withClient({ capabilities: pulling, folders: [root] }, async (client) => {
    const report = await client.connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>(
      "workspace/diagnostic",
      { previousResultIds: [] },
    );
    const found = report.items.map((one) => [one.uri.replace(`file://${root}/`, ""), codes(one.items)]);
    expect(found).toEqual([
      ["a/smtpd.conf", ["undefined-action"]],
      ["b/smtpd.conf", []],
    ]);
  });
});

test("colours and lenses are asked for again when it turns out that a rule is dead", () =>
  withClient(
    { capabilities: { workspace: { semanticTokens: { refreshSupport: true }, codeLens: { refreshSupport: true } } } },
    async (client) => {
      const dead = `${clean}match from local for local action "local"\n`;
      await open(client, uri, clean);
      await until(client, uri, []);
      const before = client.refreshed.length;
      await change(client, uri, 2, dead);
      await until(client, uri, ["unreachable-match"]);
      await vi.waitUntil(() => client.refreshed.length > before, 10_000);
      expect(client.refreshed.slice(before).toSorted()).toEqual(["codeLens", "semanticTokens"]);
    },
  ));

test("a file that is gone and comes back as it was has its findings again", () => {
  const root = makeFolder("again", { "smtpd.conf": `include "rules.conf"\n`, "rules.conf": wrong });
  return withClient({ folders: [root] }, async (client) => {
    const [main, rules] = [`file://${root}/smtpd.conf`, `file://${root}/rules.conf`];
    await open(client, rules, wrong);
    await until(client, rules, ["undefined-action"]);
    const changed = (type: FileChangeType) =>
      client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: main, type }] });
    rmSync(join(root, "smtpd.conf"));
    await changed(FileChangeType.Deleted);
    await until(client, rules, []);
    writeFileSync(join(root, "smtpd.conf"), `include "rules.conf"\n`);
    await changed(FileChangeType.Created);
    await until(client, rules, ["undefined-action"]);
  });
});

test("a file whose last mistake was mended is given with none to a client that asks", () => {
  const root = makeFolder("mended", { "smtpd.conf": `include "rules.conf"\n`, "rules.conf": wrong });
  return withClient({ capabilities: pulling, folders: [root] }, async (client) => {
    const ask = () =>
      client.connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>("workspace/diagnostic", {
        previousResultIds: [],
      });
    const found = async () => (await ask()).items.filter((one) => one.uri.endsWith("rules.conf"));
    expect((await found()).map(({ items }) => codes(items))).toEqual([["undefined-action"]]);
    writeFileSync(join(root, "rules.conf"), clean);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `file://${root}/rules.conf`, type: FileChangeType.Changed }],
    });
    await vi.waitUntil(async () => (await found())[0]?.items.length === 0, 10_000);
  });
});

test("what two configurations find in a file that both include is given once", () => {
  const root = makeFolder("shared", { "rules.conf": "match for local action b\n" });
  const roots = ["one", "two"].map((name) => `${root}/${name}/smtpd.conf`);
  const text = `action a mbox\nmatch for local action a\ninclude "${root}/rules.conf"\n`;
  return withClient({ capabilities: pulling, folders: [root] }, async (client) => {
    for (const path of roots) await open(client, `file://${path}`, text);
    const rules = `file://${root}/rules.conf`;
    await open(client, rules, "match for local action b\n");
    expect(codes((await pull(client, rules)).items)).toEqual(["undefined-action"]);
    const whole = await client.connection.sendRequest<{ items: { uri: string }[] }>("workspace/diagnostic", {
      previousResultIds: [],
    });
    expect(whole.items.filter((item) => item.uri === rules)).toHaveLength(1);
  });
});

test("settings are asked for, and asked for again when they have changed", async () => {
  let settings: unknown = { targetRelease: "6.8" };
  const listener = 'pki p cert "/etc/p.crt" key "/etc/p.key"\nlisten on lo tls pki p protocols "TLSv1.2"\n';
  const text = `${listener}${clean}`;
  await withClient({ settings: () => settings }, async (client) => {
    await open(client, uri, text);
    await until(client, uri, ["requires-newer-version"]);
    settings = { targetRelease: "7.9" };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until(client, uri, []);
    settings = { enable: false };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await change(client, uri, 2, wrong);
    await until(client, uri, []);
  });
});

test("settings that are sent count where the client cannot be asked", () =>
  withClient({ initializationOptions: { "smtpd-lint": { lint: { preset: "none" } } } }, async (client) => {
    const text = "table t { a }\naction a mbox\nmatch for local action a\n";
    await open(client, uri, text);
    await until(client, uri, []);
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { "smtpd-lint": { lint: { preset: "recommended" } } },
    });
    await until(client, uri, ["unused-table"]);
  }));

test("what is wrong with settings is said in the log, and the rest counts", async () => {
  const client = await startClient({
    settings: () => ({ targetRelease: "5.0", lint: { preset: "none" }, nonsense: 1 }),
  });
  await open(client, uri, "table t { a }\naction a mbox\nmatch for local action a\n");
  await until(client, uri, []);
  expect(client.log.join("\n")).toContain('"5.0" is not a release of OpenSMTPD.');
  expect(client.log.join("\n")).toContain("nonsense");
  await client.end();
});

test("the settings file of the project has the last word on rules", () => {
  const root = makeFolder("project", { ".smtpd-lintrc.json": '{ "rules": { "unused-table": "error" } }' });
  return withClient({ folders: [root], settings: () => ({ lint: { preset: "none" } }) }, async (client) => {
    const main = `file://${root}/smtpd.conf`;
    await open(client, main, "table t { a }\naction a mbox\nmatch for local action a\n");
    await until(client, main, ["unused-table"]);
    expect(client.diagnostics.get(main)?.[0]?.severity).toBe(1);
    await writeElsewhere(client, root, ".smtpd-lintrc.json", '{ "rules": { "unused-table": "off" } }');
    await until(client, main, []);
  });
});

test("a file that was written elsewhere is read again", () => {
  const root = makeFolder("watched", { "rules.conf": "match for local action nobody\n" });
  return withClient({ folders: [root] }, async (client) => {
    const [, rules] = await openIncluding(client, root);
    await until(client, rules, ["undefined-action"]);
    await writeElsewhere(client, root, "rules.conf", "match for local action a\n");
    await until(client, rules, []);
  });
});

test("a file that comes into being is found at once", () => {
  const root = makeFolder("coming", {});
  mkdirSync(root, { recursive: true });
  return withClient({ folders: [root] }, async (client) => {
    const [main] = await openIncluding(client, root);
    await until(client, main, ["include-not-found"]);
    await writeElsewhere(client, root, "rules.conf", "match for local action a\n");
    await until(client, main, []);
  });
});

test("with findings on saving, nothing is told while somebody writes", () =>
  withClient({ settings: () => ({ lint: { run: "onSave" } }) }, async (client) => {
    await open(client, uri, clean);
    await until(client, uri, []);
    await change(client, uri, 2, wrong);
    await client.connection.sendRequest("workspace/symbol", { query: "" });
    expect(codes(client.diagnostics.get(uri))).toEqual([]);
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    await until(client, uri, ["undefined-action"]);
  }));

test("the same for a client that asks", () =>
  withClient({ capabilities: pulling, settings: () => ({ lint: { run: "onSave" } }) }, async (client) => {
    await open(client, uri, clean);
    const { resultId } = await pull(client, uri);
    await change(client, uri, 2, wrong);
    expect(await pull(client, uri, resultId)).toEqual({ kind: "unchanged", resultId });
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    expect(codes((await pull(client, uri, resultId)).items)).toEqual(["undefined-action"]);
  }));

test("an editor is asked to watch what a configuration names", () => {
  const root = makeFolder("watching", { "rules.conf": "" });
  const watchesFiles: ClientCapabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  return withClient({ capabilities: watchesFiles, folders: [root] }, async (client) => {
    const asked: string[] = [];
    client.connection.onRequest("client/registerCapability", ({ registrations }) => {
      for (const { registerOptions } of registrations) {
        for (const { globPattern } of registerOptions?.watchers ?? []) asked.push(globPattern);
      }
      return null;
    });
    const main = `file://${root}/smtpd.conf`;
    await open(client, main, `include "${root}/rules.conf"\n${clean}`);
    await until(client, main, []);
    expect(asked).toContain(`${root}/rules.conf`);
  });
});
