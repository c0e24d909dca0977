import { type TableProgramInfo, tableProgramNamed } from "../language/table-programs.ts";
import { readSetting, type Setting } from "../model/settings-file.ts";
import type { TableFiles } from "../model/table-files.ts";
import { parseTableConfig } from "../model/tables.ts";
import type { TableDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { Source, Span } from "../parser/source.ts";

/** A table that a program of OpenSMTPD-extras answers for. */
export interface ProgramTable {
  readonly program: TableProgramInfo;
  readonly path: string;
  /** The word that names both. */
  readonly config: Word;
}

/** The program behind a `table` statement; undefined where there is none, or one that is not known. */
export function programTable({ config }: TableDirective): ProgramTable | undefined {
  if (config === undefined) return undefined;
  const { backend, path } = parseTableConfig(config.value);
  const program = tableProgramNamed(backend);
  return program !== undefined && path?.startsWith("/") ? { program, path, config } : undefined;
}

/** The lines of the settings file of a table program; undefined where it has none, or none that can be read. */
export function settingsOf(
  { program, path }: ProgramTable,
  tableFiles: TableFiles | undefined,
): readonly Setting[] | undefined {
  if (program.path !== "settings" || tableFiles === undefined) return undefined;
  const found: Setting[] = [];
  const known = tableFiles.forEachLine(path, (line) => {
    const setting = readSetting(line);
    if (setting !== undefined) found.push(setting);
    return found.length < mostSettings;
  });
  return known && found.length < mostSettings ? found : undefined;
}

/** A settings file has no more lines than there are keys: anything longer is another file. */
const mostSettings = 500;

/** The range of the key of a setting. */
export function keySpanOf({ key, keyStart, line }: Setting, { path, config }: ProgramTable): Span {
  const { text, number, offset, encoding = "utf8" } = line;
  const part = { line: number, offset };
  const source: Source = { kind: "file", path, text, encoding, includedBy: config, part };
  return { source, start: keyStart, end: keyStart + key.length };
}
