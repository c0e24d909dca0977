import type { FileLine } from "./table-files.ts";

/** One line of the settings file of a table program. */
export interface Setting {
  readonly key: string;
  /** Where the key begins in its line, in UTF-16 units from 0. */
  readonly keyStart: number;
  /** Undefined where there is none. */
  readonly value: string | undefined;
  readonly line: FileLine;
}

/**
 * The setting of a line, as the programs of OpenSMTPD-extras read it: a key, a blank, tab or colon, and a value. Undefined
 * for a blank line and for a comment, which begins with `#`.
 */
export function readSetting(line: FileLine): Setting | undefined {
  const keyStart = line.text.search(/\S/);
  if (keyStart < 0 || line.text[keyStart] === "#") return undefined;
  const text = line.text.slice(keyStart).trimEnd();
  const key = /^[^ \t:]*/.exec(text)?.[0] ?? "";
  const value = text.slice(key.length + 1).replace(/^(?:\s|:(?=\s))+/, "");
  return { key, keyStart, value: value === "" ? undefined : value, line };
}
