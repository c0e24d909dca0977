import { readdirSync } from "node:fs";

const linter = "packages/smtpd-conf/src/linter";

/** The folders whose files are checks or rules, and what the list of each is. */
const folders = {
  checks: {
    type: "Check",
    file: "check",
    summary: "Everything that makes `smtpd -n` refuse a configuration, by code.",
  },
  rules: { type: "Rule", file: "rule", summary: "Everything that smtpd lets through and we advise against, by code." },
} as const;

/** `undefined-table` → `undefinedTable`: the name of the constant of a check or rule. */
export function camelCase(code: string): string {
  return code.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** The codes of all checks or rules, from the names of their files. */
export function codesIn(folder: keyof typeof folders): string[] {
  return readdirSync(`${linter}/${folder}`)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** The text of `checks.ts` or `rules.ts`: all of them in a list. */
export function indexOf(folder: keyof typeof folders): string {
  const { type, file, summary } = folders[folder];
  const codes = codesIn(folder);
  const imports = codes.map((code) => `import { ${camelCase(code)} } from "./${folder}/${code}.ts";`);
  const list = codes.map((code) => `  ${camelCase(code)},`);
  return [
    `// Written by \`npm run generate\` from the files of ${folder}/. Do not edit.`,
    `import type { ${type} } from "./${file}.ts";`,
    ...imports,
    "",
    `/** ${summary} */`,
    `export const ${folder}: readonly ${type}[] = [`,
    ...list,
    "];",
    "",
  ].join("\n");
}
