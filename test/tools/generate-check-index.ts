import { readdirSync } from "node:fs";

const folder = "packages/smtpd-conf/src/linter/checks";

/** `undefined-table` → `undefinedTable`: the name of a check's constant. */
export function camelCase(code: string): string {
  return code.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** The codes of all checks, from the names of their files. */
export function checkCodes(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** The text of `checks.ts`: every check in a list. */
export function checkIndex(): string {
  const codes = checkCodes();
  const imports = codes.map((code) => `import { ${camelCase(code)} } from "./checks/${code}.ts";`);
  const list = codes.map((code) => `  ${camelCase(code)},`);
  return [
    "// Written by `npm run generate` from the files of checks/. Do not edit.",
    'import type { Check } from "./check.ts";',
    ...imports,
    "",
    "/** Everything that makes `smtpd -n` refuse a configuration, by code. */",
    "export const checks: readonly Check[] = [",
    ...list,
    "];",
    "",
  ].join("\n");
}
