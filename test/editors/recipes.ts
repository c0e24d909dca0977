import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The block of the server's README in a language that has some words in it. */
export function recipeOf(language: string, words: string): string {
  const page = readFileSync(resolve("packages/language-server/README.md"), "utf8");
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, block]) => block,
  );
  const found = blocks.find((block) => block?.includes(words));
  if (found === undefined) throw new Error(`the README has no ${language} with ${words}`);
  return found;
}

/** A PATH on which the language server is found, as after installing it. */
export function serverOnPath(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const server = resolve("packages/language-server/bin/smtpd-language-server.cjs");
  symlinkSync(server, join(bin, "smtpd-language-server"));
  return [bin, dirname(process.execPath), process.env["PATH"]].join(":");
}
