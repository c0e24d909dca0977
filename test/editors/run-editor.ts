import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** An editor that is set up with a recipe of the server's README, and does what a script says. */
export interface Editor {
  /** The file that the recipe becomes, and its language and some words of it in the README. */
  readonly recipe: readonly [file: string, language: string, words: string];
  /** The command that loads recipe and script and opens smtpd.conf; it runs in the folder of both files. */
  readonly command: readonly [program: string, ...parameters: string[]];
  /** The text of smtpd.conf. */
  readonly text: string;
}

/** How an editor ended, and what its script wrote into transcript.txt. */
export interface EditorRun {
  readonly status: number | null;
  readonly stderr: string;
  readonly transcript: string;
}

/** Runs an editor in a new folder, which is its home and is gone afterwards; it may take a minute. */
export function runEditor({ recipe: [file, language, words], command, text }: Editor): EditorRun {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "smtpd-editor-")));
  try {
    writeFileSync(join(folder, file), recipeOf(language, words));
    writeFileSync(join(folder, "smtpd.conf"), text);
    const [program, ...parameters] = command;
    const env = { PATH: serverOnPath(folder), HOME: folder, TERM: "dumb" };
    const { status, stderr } = spawnSync(program, parameters, { cwd: folder, env, encoding: "utf8", timeout: 60_000 });
    const transcript = join(folder, "transcript.txt");
    return { status, stderr, transcript: existsSync(transcript) ? readFileSync(transcript, "utf8") : "" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The block of the server's README in a language that has some words in it. */
function recipeOf(language: string, words: string): string {
  const page = readFileSync(resolve("packages/language-server/README.md"), "utf8");
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, block]) => block,
  );
  const found = blocks.find((block) => block?.includes(words));
  if (found === undefined) throw new Error(`the README has no ${language} with ${words}`);
  return found;
}

/** A PATH on which the language server is found, as after installing it. */
function serverOnPath(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const server = resolve("packages/language-server/bin/smtpd-language-server.cjs");
  symlinkSync(server, join(bin, "smtpd-language-server"));
  return [bin, dirname(process.execPath), process.env["PATH"]].join(":");
}
