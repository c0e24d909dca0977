import type { Line, Option } from "../parser/ast/nodes.ts";

const none: readonly Option[] = [];

/** The options, conditions and decisions of a statement, in order. */
export function optionsOf(line: Line): readonly Option[] {
  switch (line.kind) {
    case "MatchDirective":
      return line.conditions;
    case "ActionDirective":
      return [line.method, ...line.options];
    case "PhaseFilterDirective":
      return [line.condition, line.decision];
    case "ListenDirective":
    case "PkiDirective":
    case "ProcDirective":
    case "ProcExecFilterDirective":
    case "LimitDirective":
      return line.options;
    case "BrokenStatement":
      return optionsOfBroken(line);
    default:
      return none;
  }
}

/** The options that were read before the statement broke off. */
function optionsOfBroken({ partial }: Extract<Line, { kind: "BrokenStatement" }>): readonly Option[] {
  if (partial === undefined) return none;
  if ("conditions" in partial) return partial.conditions ?? none;
  return "options" in partial ? (partial.options ?? none) : none;
}
