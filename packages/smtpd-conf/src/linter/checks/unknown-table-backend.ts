import { longestTableName } from "../../language/lexical-limits.ts";
import { tableBackends } from "../../language/table-backends.ts";
import { parseTableConfig, type TableConfig } from "../../model/tables.ts";
import type { TableDirective } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { asWord, rewrite } from "../fix.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

const names = tableBackends.map(({ name }) => name);

export const unknownTableBackend: Check = defineCheck({
  code: "unknown-table-backend",
  summary: "The type of a table is one that smtpd has or that a package adds.",
  create: (context) => ({
    TableDirective: ({ config, name }) => {
      if (config === undefined) return;
      const { backend, path } = parseTableConfig(config.value);
      // What is wrong with the path, or too long, is what smtpd complains of first.
      if ((path !== undefined && !path.startsWith("/")) || backend.length > longestTableName) return;
      const info = tableBackends.find((candidate) => candidate.name === backend);
      if (info?.origin === "built-in" || (context.machine?.hasTableProgram(backend) ?? info !== undefined)) return;
      context.report(info === undefined ? unknownType(name, config, { backend, path }) : notInstalled(config, backend));
    },
  }),
});

function notInstalled(config: Word, backend: string): Problem {
  return {
    span: config,
    message: `There is no program "table-${backend}" where smtpd would look for it.`,
    help: `Install the package that brings it; it may be called opensmtpd-table-${backend} or opensmtpd-extras.`,
  };
}

function unknownType(name: TableDirective["name"], config: Word, { backend, path }: TableConfig): Problem {
  if (backend === "") {
    const message = "The type of the table is missing before the colon.";
    return { span: config, message, help: `Write file:${path} for a file.` };
  }
  const message = `There is no table type "${backend}", nor a program "table-${backend}" that smtpd would know of.`;
  const [best, ...others] = suggestionsFor(backend, names);
  if (best !== undefined) {
    const text = `${best}${config.value.slice(backend.length)}`;
    return {
      span: config,
      message,
      help: `Did you mean ${eitherOf([best, ...others])}?`,
      fixes: rewrite(`Write ${text}`, [[config, config.quoted ? `"${text}"` : text]], false),
    };
  }
  return { span: config, message, ...(path === undefined ? asList(name, config) : { help: otherTypes() }) };
}

/** One value without braces. */
function asList(name: Word, config: Word): Pick<Problem, "help" | "fixes"> {
  const list = `{ ${asWord(config.value)} }`;
  return {
    help: `A list of values needs braces: table ${asWord(name.value)} ${list}.`,
    fixes: rewrite("Put the value in braces", [[config, list]], false),
  };
}

function otherTypes(): string {
  return `Known types are ${names.join(", ")}; another program can be named with its path: proc:/path/to/program.`;
}
