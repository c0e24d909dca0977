import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareServer } from "../language-server/client.ts";
import { readArchive } from "./read-archive.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-vsix-"));
const file = join(folder, "smtpd-lint.vsix");

prepareServer();

/** vsce is fetched once; without a registry and without what was fetched before there is nothing to test. */
const { status, stderr } = spawnSync(process.execPath, [join(root, "packages/vscode/package.mjs"), file], {
  encoding: "utf8",
  timeout: 300_000,
});
const isPacked = existsSync(file);
const isFetched = existsSync(join(root, ".cache/vsce-3.9.2/node_modules/@vscode/vsce/vsce"));
if (!isFetched) console.log(`skipped: vsce cannot be fetched, so the extension is not packed: ${stderr}`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!isFetched)("the packed extension", () => {
  let files: ReadonlyMap<string, Buffer> = new Map();
  let names: readonly string[] = [];
  beforeAll(() => {
    files = isPacked ? readArchive(readFileSync(file)) : files;
    names = [...files.keys()].filter((name) => name.startsWith("extension/")).map((name) => name.slice(10));
  });

  const text = (name: string) => files.get(`extension/${name}`)?.toString("utf8") ?? "";

  test("is packed", () => expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" }));

  test("has what the manifest names", () => {
    const { main, icon, contributes } = JSON.parse(text("package.json"));
    const [language] = contributes.languages;
    const paths = [
      main,
      icon,
      language.configuration,
      language.icon.light,
      language.icon.dark,
      contributes.grammars[0].path,
      contributes.snippets[0].path,
      contributes.jsonValidation[0].url,
      ...contributes.walkthroughs[0].steps.map((step: { media: { image: string } }) => step.media.image),
    ];
    for (const path of paths) expect(names).toContain(path.replace(/^\.\//, ""));
  });

  test("has the server, its pages, licences and documents", () => {
    for (const name of [
      "dist/server.cjs",
      "dist/pages.json",
      "dist/licenses.txt",
      "readme.md",
      "changelog.md",
      "LICENSE.txt",
    ]) {
      expect(names).toContain(name);
    }
    expect(text("dist/licenses.txt")).toMatch(/^vscode-languageclient 11/m);
    expect(text("dist/licenses.txt")).toMatch(/^chevrotain 11/m);
  });

  test("has no sources, maps, tests or packages", () => {
    expect(
      names.filter((name) => /\.(?:ts|map|tsbuildinfo|cache|mjs)$|node_modules|(?:^|\/)(?:src|test)\//.test(name)),
    ).toEqual([]);
    expect(text("dist/extension.cjs")).not.toContain("sourceMappingURL");
  });

  test("names no place of the machine that it was made on", () => {
    for (const name of names.filter((one) => /\.(?:cjs|json|md|txt)$/.test(one))) {
      expect(text(name).includes(root.slice(0, -1)), name).toBe(false);
    }
  });

  test("is light", () => expect(statSync(file).size).toBeLessThan(2_200_000));

  test("shows the pictures of the README from the repository", () => {
    expect(text("readme.md")).toContain(
      "(https://github.com/OWNER/smtpd-lint/raw/HEAD/packages/vscode/images/graph.png)",
    );
  });
});
