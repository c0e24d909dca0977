import { parseTableConfig, type TableConfig } from "../model/tables.ts";
import type { CaDirective, PkiDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { Visitor } from "./check.ts";
import type { FileUse } from "./machine.ts";

/** A file that smtpd reads while it checks, with the word that names it. */
export interface FileInUse {
  readonly path: string;
  readonly use: FileUse;
  readonly word: Word;
}

/**
 * A visitor that calls a function with every file, apart from includes, that `smtpd -n` reads: the files of tables, and of
 * each pki and ca the certificate and key that count, used or not. Of several with the same name the last one counts.
 */
export function visitFiles(visit: (file: FileInUse) => void): Visitor {
  const counting = new Map<string, FileInUse>();
  const count = (space: string, name: Word, use: FileUse, word: Word) => {
    counting.set(`${space} ${use} ${name.value.toLowerCase()}`, { path: word.value, use, word });
  };
  return {
    TableDirective: ({ config }) => {
      const file = config && fileOfTable(config);
      if (file !== undefined) visit(file);
    },
    PkiDirective: (line) => certificatesOf(line).forEach(([use, word]) => void count("pki", line.name, use, word)),
    CaDirective: ({ name, cert }: CaDirective) => count("ca", name, "ca", cert),
    end: () => counting.forEach((file) => void visit(file)),
  };
}

function fileOfTable(word: Word): FileInUse | undefined {
  const { backend, path } = parseTableConfig(word.value);
  const use = useOf(backend);
  return use !== undefined && path?.startsWith("/") ? { path, use, word } : undefined;
}

function useOf(backend: TableConfig["backend"]): FileUse | undefined {
  if (backend === "static" || backend === "file") return "table";
  return backend === "db" ? "database" : undefined;
}

function certificatesOf({ options }: PkiDirective): (readonly [use: FileUse, word: Word])[] {
  return options.flatMap(({ name, argument }) =>
    (name === "cert" || name === "key") && argument?.kind === "String" ? [[name, argument as Word] as const] : [],
  );
}

const nouns: Readonly<Record<FileUse, string>> = {
  table: "table file",
  database: "database",
  cert: "certificate",
  ca: "CA file",
  key: "key file",
};

/** A file in the words of a message: `key file "/etc/ssl/x.key"`. */
export function describeFile({ use, path }: FileInUse): string {
  return `${nouns[use]} "${path}"`;
}
