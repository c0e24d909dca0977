import { tableBackends } from "../../language/table-backends.ts";
import { parseTableConfig } from "../../model/tables.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const unknownTableBackend: Check = defineCheck({
  code: "unknown-table-backend",
  summary: "The type of a table is one that smtpd has or that a package adds.",
  create: ({ machine, report }) => ({
    TableDirective: ({ config, name }) => {
      if (config === undefined) return;
      const { backend, path } = parseTableConfig(config.value);
      if (path !== undefined && !path.startsWith("/")) return;
      const info = tableBackends.find((candidate) => candidate.name === backend);
      if (info?.origin === "built-in") return;
      if (machine?.hasTableProgram(backend) ?? info !== undefined) return;
      if (info !== undefined) return report(notInstalled(config, backend));
      const known = tableBackends.map((candidate) => candidate.name);
      const near = suggestionsFor(backend, known);
      report({
        span: config,
        message: `There is no table type "${backend}", nor a program "table-${backend}" that smtpd would know of.`,
        help: helpFor(near, path, name.value, config.value, known),
      });
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

function helpFor(
  near: readonly string[],
  path: string | undefined,
  name: string,
  value: string,
  known: readonly string[],
): string {
  if (near.length > 0) return `Did you mean ${eitherOf(near)}?`;
  if (path === undefined) return `A list of values needs braces: table ${name} { "${value}" }.`;
  return `Known types are ${known.join(", ")}; another program can be named with its path: proc:/path/to/program.`;
}
