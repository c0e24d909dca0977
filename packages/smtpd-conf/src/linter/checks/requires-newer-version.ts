import { filterPhases, type PhaseInfo } from "../../language/filter-phases.ts";
import { isKeyword, keywords } from "../../language/keywords.ts";
import { type Availability, isAtLeast, newestRelease, type Release } from "../../language/releases.ts";
import { type StatementInfo, statements } from "../../language/statements.ts";
import type { Line, LineKind, Option, PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { optionLabel } from "../option-families.ts";

/** Something that a statement uses, and the release that brought it. */
interface Novelty {
  readonly span: Span;
  /** What it is, to begin a sentence with. */
  readonly what: string;
  readonly since: Release | undefined;
  readonly way?: string | undefined;
  readonly fixes?: Problem["fixes"];
}

/** How conditions can be written for releases that do not have them. */
const olderForms: ReadonlyMap<string, string> = new Map([
  ["from auth", '"auth from any"'],
  ["from mail-from", '"mail-from … from any"'],
  ["for rcpt-to", '"rcpt-to … for any"'],
]);

export const requiresNewerVersion: Check = defineCheck({
  code: "requires-newer-version",
  summary: "A construct that the target release does not have yet.",
  remembers: true,
  create: ({ target, report }) => {
    if (target === newestRelease) return {};
    const reported = new Set<Line>();
    const visit = (line: Line, { span, what, since, way, fixes }: Novelty) => {
      if (since === undefined || isAtLeast(target, since)) return;
      reported.add(line);
      const message = `${what} came with ${since}, and the target is ${target}.`;
      report({ span, message, help: way ?? `Run ${since} or newer, or do without it.`, fixes });
    };
    const visitStatement = (line: Line) => visit(line, statementOf(line));
    return {
      ProcDirective: visitStatement,
      ProcFilterDirective: visitStatement,
      ProcExecFilterDirective: visitStatement,
      ChainFilterDirective: visitStatement,
      PhaseFilterDirective: (line) => {
        visitStatement(line);
        if (!reported.has(line)) visit(line, phaseOf(line));
      },
      SettingDirective: (line) => {
        visit(line, { span: line.tokens[0] as Token, what: `The statement "${line.name}"`, since: line.info.since });
      },
      Option: (option, line) => {
        if (reported.has(line) && line.kind === "PhaseFilterDirective") return;
        for (const novelty of noveltiesOf(option, line.kind)) visit(line, novelty);
      },
      NewerStatement: ({ statement, keyword }) => {
        if (reported.has(statement) || !isKeyword(keyword.value)) return;
        const { since }: Availability = keywords[keyword.value];
        visit(statement, { span: keyword, what: `The keyword "${keyword.value}"`, since });
      },
    };
  },
});

function statementOf({ tokens }: Line): Novelty {
  const [first] = tokens as readonly [Token];
  const info = (statements as readonly StatementInfo[]).find(({ words }) => words[0] === first.value);
  return { span: first, what: `The statement "${first.value}"`, since: info?.since };
}

function phaseOf({ phase }: PhaseFilterDirective): Novelty {
  const info = (filterPhases as readonly PhaseInfo[]).find(({ name }) => name === phase.value);
  return { span: phase, what: `The phase "${phase.value}"`, since: info?.since };
}

/** What is new about an option: the option itself, or else a part of it. */
function noveltiesOf(option: Option, kind: LineKind): Novelty[] {
  const { info, keyword, regex } = option;
  const label = optionLabel(option);
  const older = olderForms.get(label);
  const noun = kind === "MatchDirective" ? "condition" : "option";
  const what = kind === "PhaseFilterDirective" ? `"${label}"` : `The ${noun} "${label}"`;
  const own: Novelty = { span: keyword, what, since: info.since, way: older && `Write ${older}.` };
  const parts: Novelty[] = regex ? [{ span: regex, what: '"regex"', since: info.regexSince }] : [];
  return [own, ...parts.filter(({ since }) => since !== info.since), ...noveltyOfArgument(option)];
}

function noveltyOfArgument({ info, argument }: Option): Novelty[] {
  if (argument?.kind === "FilterList") return [{ span: argument, what: "A list of filters", since: "6.6.0" }];
  if (info.argument !== "port" || argument?.kind !== "Keyword") return [];
  const number = argument.value === "smtps" ? "465" : "25";
  const what = `The port name "${argument.value}"`;
  const fixes = rewrite(`Write ${number}`, [[argument, number]]);
  return [{ span: argument, what, since: "6.6.0", way: `Write ${number}.`, fixes }];
}
