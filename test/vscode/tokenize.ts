import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar } from "vscode-textmate";

const grammarFile = fileURLToPath(new URL("../../grammars/smtpd-conf.tmLanguage.json", import.meta.url));

/** A stand-in for the editor's grammar of shell scripts: variables, and single quotes that run on until they are closed. */
const shell = {
  scopeName: "source.shell",
  patterns: [
    { name: "variable.other.shell", match: "\\$\\w+" },
    { name: "string.quoted.single.shell", begin: "'", end: "'" },
  ],
  repository: {},
} as unknown as IRawGrammar;

/** A piece of a line with the scopes that are ours, without their common ending, outermost first. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The grammar as VS Code runs it. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const own = textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => (name === "source.shell" ? shell : own),
  });
  const grammar = await registry.loadGrammar("source.smtpd-conf");
  if (grammar === null) throw new Error(`${grammarFile} is no grammar`);
  return grammar;
}

/** The pieces of a text, line by line, that have a scope of their own. */
export function tokenize(grammar: IGrammar, text: string): ScopedText[][] {
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(/\.smtpd-conf$/, "")),
    }));
  });
}
