import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, open, prepareServer, startClient } from "./client.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-requests-")));
const uri = `file://${folder}/smtpd.conf`;

/** One of everything that can be asked about. */
const text = `if = "lo0"
table domains { example.org, example.net }
filter nofcrdns phase connect match !fcrdns disconnect "550 no"
filter all chain { nofcrdns }
listen on $if port 25 filter all tag IN
action "deliver" maildir
action "out" relay host smtp+tls://mx.example.net
match tag IN for domain <domains> action "deliver"
match   from any for domain example.com action "deliver"
match for any action "out"
`;

const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ["markdown"] },
    definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

let client: Client;

beforeAll(async () => {
  prepareServer();
  writeFileSync(join(folder, "smtpd.conf"), text);
  client = await startClient({ capabilities, folders: [folder] });
  await open(client, uri, text);
}, 120_000);

afterAll(async () => {
  expect(client.log).toEqual([]);
  await client.end();
  rmSync(folder, { recursive: true });
});

/** Asks about the place behind some words, the first of their kind. */
function ask<Answer>(method: string, words?: string, more: object = {}): Promise<Answer> {
  const document = TextDocument.create(uri, "smtpd-conf", 1, text);
  const place = words === undefined ? {} : { position: document.positionAt(text.indexOf(words) + words.length) };
  return client.connection.sendRequest<Answer>(method, { textDocument: { uri }, ...place, ...more });
}

type Ranged = readonly { readonly range: { readonly start: { readonly line: number } } }[];
const linesOf = (found: Ranged) => found.map(({ range }) => range.start.line);
const whole = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
const options = { tabSize: 4, insertSpaces: true };

test("textDocument/completion offers what the grammar takes, and completionItem/resolve explains it", async () => {
  const { items } = await ask<{ items: { label: string }[] }>("textDocument/completion", "match   from ");
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["any", "auth", "src"]));
  const any = items.find(({ label }) => label === "any");
  expect(await client.connection.sendRequest("completionItem/resolve", any)).toHaveProperty("documentation");
});

test("textDocument/hover says what a word means", async () => {
  const { contents } = await ask<{ contents: { kind: string; value: string } }>("textDocument/hover", "maild");
  expect(contents.kind).toBe("markdown");
  expect(contents.value).toContain("maildir");
});

test("textDocument/signatureHelp shows the form of a statement", async () => {
  const { signatures } = await ask<{ signatures: { label: string }[] }>("textDocument/signatureHelp", "listen on $if ");
  expect(signatures[0]?.label).toContain("listen on");
});

test.each([
  ["textDocument/definition", 'action "del', 5],
  ["textDocument/declaration", "tag IN for domain <dom", 1],
  ["textDocument/implementation", "port 25 filter al", 2],
] as const)("%s leads to what a name stands for", async (method, words, line) => {
  const [link] = await ask<{ targetUri: string; targetRange: { start: { line: number } } }[]>(method, words);
  expect(link?.targetUri).toBe(uri);
  expect(link?.targetRange.start.line).toBe(line);
});

test("textDocument/typeDefinition answers", async () => {
  expect(await ask("textDocument/typeDefinition", 'action "del')).toBeInstanceOf(Array);
});

test("textDocument/references and textDocument/documentHighlight find all uses", async () => {
  const context = { includeDeclaration: true };
  expect(linesOf(await ask("textDocument/references", 'action "del', { context }))).toEqual([5, 7, 8]);
  expect(linesOf(await ask("textDocument/documentHighlight", 'action "del'))).toEqual([5, 7, 8]);
});

test("textDocument/prepareRename and textDocument/rename rename everywhere", async () => {
  expect(await ask("textDocument/prepareRename", 'action "del')).toMatchObject({ placeholder: "deliver" });
  const edit = await ask<{ documentChanges: { edits: Ranged }[] }>("textDocument/rename", 'action "del', {
    newName: "inbox",
  });
  expect(linesOf(edit.documentChanges[0]?.edits ?? []).sort()).toEqual([5, 7, 8]);
});

test("textDocument/rename says why something cannot be renamed", async () => {
  const refused = ask("textDocument/rename", 'action "del', { newName: "out" });
  await expect(refused).rejects.toThrow('"out"');
});

test("textDocument/linkedEditingRange ties a macro to its uses", async () => {
  const found = await ask<{ ranges: unknown[] }>("textDocument/linkedEditingRange", "listen on $i");
  expect(found.ranges).toHaveLength(2);
});

test("textDocument/documentSymbol gives the tree", async () => {
  const symbols = await ask<{ name: string }[]>("textDocument/documentSymbol");
  expect(symbols.length).toBeGreaterThanOrEqual(10);
});

test("workspace/symbol finds names in the folders", async () => {
  const found = await client.connection.sendRequest<{ name: string }[]>("workspace/symbol", { query: "deliv" });
  expect(found.map(({ name }) => name)).toContain("deliver");
});

test("textDocument/codeAction offers changes, and codeAction/resolve works them out", async () => {
  const range = { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } };
  const actions = await ask<{ title: string; kind?: string; data?: unknown; edit?: unknown }[]>(
    "textDocument/codeAction",
    undefined,
    { range, context: { diagnostics: [] } },
  );
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions.filter(({ data, edit }) => data !== undefined && edit === undefined)) {
    expect(await client.connection.sendRequest("codeAction/resolve", action)).toHaveProperty("title", action.title);
  }
});

test("textDocument/codeLens and codeLens/resolve say how things are used", async () => {
  const lenses = await ask<{ command?: { title: string } }[]>("textDocument/codeLens");
  const resolved = await Promise.all(
    lenses.map((lens) => client.connection.sendRequest<typeof lens>("codeLens/resolve", lens)),
  );
  expect(resolved.map(({ command }) => command?.title)).toEqual(
    expect.arrayContaining([expect.stringMatching(/2 rules/)]),
  );
});

test("textDocument/inlayHint and textDocument/inlineValue show what is not written", async () => {
  const hints = await ask<{ label: string }[]>("textDocument/inlayHint", undefined, { range: whole });
  expect(hints.map(({ label }) => label)).toContain("from local");
  const context = { frameId: 0, stoppedLocation: whole };
  const values = await ask<{ text: string }[]>("textDocument/inlineValue", undefined, { range: whole, context });
  expect(values.map(({ text: shown }) => shown)).toEqual(["$if = lo0"]);
});

test("textDocument/documentLink finds files and addresses", async () => {
  expect(await ask("textDocument/documentLink")).toEqual([]);
});

test("formatting, rangeFormatting, onTypeFormatting and willSaveWaitUntil lay out", async () => {
  expect(linesOf(await ask("textDocument/formatting", undefined, { options }))).toContain(8);
  const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 9 } };
  expect(linesOf(await ask("textDocument/rangeFormatting", undefined, { range, options }))).toEqual([8]);
  expect(await ask("textDocument/onTypeFormatting", "filter all tag IN\n", { ch: "\n", options })).toBeInstanceOf(
    Array,
  );
  expect(await ask("textDocument/willSaveWaitUntil", undefined, { reason: 1 })).toEqual([]);
});

test("textDocument/foldingRange and textDocument/selectionRange answer", async () => {
  expect(await ask("textDocument/foldingRange")).toBeInstanceOf(Array);
  const [innermost] = await ask<{ parent?: object }[]>("textDocument/selectionRange", undefined, {
    positions: [{ line: 5, character: 9 }],
  });
  expect(innermost?.parent).toBeDefined();
});

test("semantic tokens: full, range and delta", async () => {
  const full = await ask<{ resultId: string; data: number[] }>("textDocument/semanticTokens/full");
  expect(full.data.length).toBeGreaterThan(100);
  const part = await ask<{ data: number[] }>("textDocument/semanticTokens/range", undefined, {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  });
  expect(part.data.length).toBeLessThan(full.data.length);
  const previousResultId = full.resultId;
  const delta = await ask("textDocument/semanticTokens/full/delta", undefined, { previousResultId });
  expect(delta).toMatchObject({ edits: [] });
  const outdated = await ask("textDocument/semanticTokens/full/delta", undefined, { previousResultId });
  expect(outdated).toMatchObject({ data: full.data });
});

test("callHierarchy follows mail from a listener to an action", async () => {
  const [item] = await ask<object[]>("textDocument/prepareCallHierarchy", "listen o");
  expect(item).toBeDefined();
  const calls = await client.connection.sendRequest<{ to: { name: string } }[]>("callHierarchy/outgoingCalls", {
    item,
  });
  expect(calls.length).toBeGreaterThan(0);
  const [action] = await ask<object[]>("textDocument/prepareCallHierarchy", 'action "deli');
  expect(await client.connection.sendRequest("callHierarchy/incomingCalls", { item: action })).not.toEqual([]);
});

const run = (command: string, more: object = {}) =>
  client.connection.sendRequest<string>("workspace/executeCommand", {
    command: `smtpd-lint.${command}`,
    arguments: [{ uri, ...more }],
  });

test("workspace/executeCommand explains, prints, draws and decides", async () => {
  expect(await run("explainCode", { code: "open-relay" })).toMatch(/^# open-relay\n/);
  expect(await run("explainCode", { code: "../../x" })).toContain("There is no page");
  expect(await run("explainConfiguration")).toContain("example.org");
  expect(await run("effectiveConfiguration")).toContain("match");
  expect(await run("mailGraph", { format: "svg" })).toMatch(/^<svg /);
  expect(await run("mailGraph", { format: "mermaid" })).toContain("flowchart");
  expect(await run("match", { envelope: { src: "192.0.2.1", rcpt_to: "a@example.com" } })).toContain("deliver");
  expect(await run("match", { envelope: 7 })).toBeTypeOf("string");
  expect(await run("nonsense").catch((error: Error) => error.message)).toSatisfy((answer) => answer !== undefined);
});

test("an explanation says first why it may not be true", async () => {
  const explained = async (name: string, lines: string) => {
    const about = `file://${folder}/${name}.conf`;
    await open(client, about, lines);
    const command = "smtpd-lint.explainConfiguration";
    return client.connection.sendRequest<string>("workspace/executeCommand", { command, arguments: [{ uri: about }] });
  };
  expect(await explained("plain", "match for any reject\n")).toMatch(/^## /);
  expect(await explained("broken", "match for any reject\nmatch for\n")).toMatch(/^> smtpd refuses this configuration/);
  expect(await explained("unread", 'include "/nowhere/rules"\nmatch for any reject\n')).toMatch(
    /^> A file that is included is not read here/,
  );
});

test("workspace/willRenameFiles changes the paths in configurations", async () => {
  const place = join(folder, "parts");
  mkdirSync(place);
  const main = `file://${folder}/parts/smtpd.conf`;
  await open(client, main, `include "${place}/rules.part"\naction a mbox\nmatch for local action a\n`);
  writeFileSync(join(place, "rules.part"), "");
  const edit = await client.connection.sendRequest("workspace/willRenameFiles", {
    files: [{ oldUri: `file://${place}/rules.part`, newUri: `file://${place}/other.part` }],
  });
  expect(JSON.stringify(edit)).toContain("other.part");
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: main } });
});

test("every answer that the server offers is asked for in this file or beside it", () => {
  const tests = ["requests", "diagnostics", "lifecycle"].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.test.ts`), "utf8"),
  );
  const offered = Object.keys(client.initialized.capabilities).filter((name) => name.endsWith("Provider"));
  const words: Readonly<Record<string, string>> = {
    documentFormattingProvider: "textDocument/formatting",
    documentRangeFormattingProvider: "textDocument/rangeFormatting",
    documentOnTypeFormattingProvider: "textDocument/onTypeFormatting",
    workspaceSymbolProvider: "workspace/symbol",
    executeCommandProvider: "workspace/executeCommand",
    callHierarchyProvider: "textDocument/prepareCallHierarchy",
    semanticTokensProvider: "textDocument/semanticTokens/full",
    diagnosticProvider: "textDocument/diagnostic",
  };
  const unasked = offered.filter((name) => {
    const method = words[name] ?? `textDocument/${name.replace(/Provider$/, "")}`;
    return !tests.some((source) => source.includes(`"${method}`));
  });
  expect(unasked).toEqual([]);
});
