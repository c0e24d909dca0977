// Makes dist/smtpd-language-server.cjs: the server, the language service, the library and what they need in one file, since
// finding, reading and compiling code is most of what a start takes. Beside it come dist/smtpd-language-server-….cache, the
// code that this Node's compiler makes of it, dist/load.cjs, which uses that, dist/pages, the pages of all checks and rules,
// which editors open from a finding, dist/pages.json, the same for what is asked by code, and dist/licenses.txt.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBundle } from "../cli/bundling.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The pages as files of their own, and the loader, which is the command's. */
function writeMore(dist, pages) {
  const place = join(dist, "pages");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  for (const [code, text] of Object.entries(pages)) writeFileSync(join(place, `${code}.md`), text);
  for (const name of ["load.cjs", "code-cache.cjs"]) copyFileSync(join(folder, "../cli/bin", name), join(dist, name));
}

/** What an editor sends when it opens a file, looks at it and ends. */
function sampleSession() {
  const text = readFileSync(join(folder, "../../test/examples/advice.conf"), "utf8");
  const textDocument = { uri: "untitled:smtpd.conf", languageId: "smtpd-conf", version: 1, text };
  const messages = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    { method: "textDocument/didOpen", params: { textDocument } },
    { id: 2, method: "textDocument/hover", params: { textDocument, position: { line: 0, character: 1 } } },
    { id: 3, method: "shutdown" },
    { method: "exit" },
  ];
  return messages.map((message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
}

await makeBundle(fileURLToPath(import.meta.url), {
  bundle: join(folder, "dist/smtpd-language-server.cjs"),
  parameters: ["--stdio"],
  input: sampleSession().join(""),
  writeMore,
});
