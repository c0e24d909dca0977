import { filterPhases } from "../../language/filter-phases.ts";
import { keywords } from "../../language/keywords.ts";
import { isAtLeast, isAvailable, type Release } from "../../language/releases.ts";
import { statements } from "../../language/statements.ts";
import type { Line, Option } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";
import { optionLabel } from "../option-families.ts";

export const requiresNewerVersion: Check = defineCheck({
  code: "requires-newer-version",
  summary: "A construct that the target release does not have yet.",
  create: ({ target, report }) => {
    const reported = new Set<Line>();
    const require = (line: Line, span: Span, what: string, since: Release) => {
      reported.add(line);
      report({
        span,
        message: `${what} since ${since}, and the target is ${target}.`,
        help: `Run ${since} or newer, or write it in another way.`,
      });
    };
    const visitOption = (option: Option, line: Line) => {
      if (reported.has(line) && line.kind.endsWith("FilterDirective")) return;
      const { info } = option;
      const since = newerThan(target, info.since);
      const regexSince = newerThan(target, option.regex && info.regexSince);
      if (since) require(line, option.keyword, `"${optionLabel(option)}" is an option`, since);
      else if (regexSince) require(line, option.regex as Span, '"regex" can stand here', regexSince);
      visitArgument(option, line);
    };
    const visitArgument = (option: Option, line: Line) => {
      const { argument } = option;
      if (isAtLeast(target, "6.6.0") || argument === undefined) return;
      const namedPort = option.info.argument === "port" && argument.kind === "Keyword";
      if (namedPort) require(line, argument, `"${argument.value}" is the name of a port`, "6.6.0");
      if (argument.kind === "FilterList") require(line, argument, "A list of filters can stand here", "6.6.0");
    };
    return {
      ProcDirective: (line) => visitStatement(line, "proc", target, require),
      ProcFilterDirective: (line) => visitStatement(line, "filter", target, require),
      ProcExecFilterDirective: (line) => visitStatement(line, "filter", target, require),
      ChainFilterDirective: (line) => visitStatement(line, "filter", target, require),
      PhaseFilterDirective: (line) => {
        visitStatement(line, "filter", target, require);
        const since = newerThan(target, (filterPhases as readonly { name: string; since?: Release }[]).find(({ name }) => name === line.phase.value)?.since);
        if (since && !reported.has(line)) require(line, line.phase, `Phase ${line.phase.value} is there`, since);
      },
      SettingDirective: (line) => {
        const since = newerThan(target, line.info.since);
        if (since) require(line, line.tokens[0] as Span, `"${line.name}" is a statement`, since);
      },
      Option: visitOption,
      NewerStatement: ({ statement, keyword }) => {
        if (reported.has(statement)) return;
        const since = newerThan(target, (keywords[keyword.value as keyof typeof keywords] as { since?: Release }).since);
        require(statement, keyword, `"${keyword.value}" can be used here`, since ?? target);
      },
    };
  },
});

/** The release where it is newer than the target. */
function newerThan(target: Release, since: Release | undefined): Release | undefined {
  return since !== undefined && !isAvailable({ since }, target) ? since : undefined;
}

function visitStatement(
  line: Line,
  word: string,
  target: Release,
  require: (line: Line, span: Span, what: string, since: Release) => void,
): void {
  const info = (statements as readonly { words: readonly string[]; since?: Release }[]).find(({ words }) => words[0] === word);
  const since = newerThan(target, info?.since);
  if (since) require(line, line.tokens[0] as Span, `"${word}" is a statement`, since);
}
