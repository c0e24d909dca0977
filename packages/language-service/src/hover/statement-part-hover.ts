import { type Limit, type LimitScope, type Line, limits, phaseNamed, type Token } from "smtpd-conf";
import { type Block, code, codeBlock, list, paragraph, prose } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { statementOf } from "../statement-of.ts";
import { symbolAt } from "../symbol-at.ts";
import { interfaceHover } from "./interface-hover.ts";
import { macroHover } from "./macro-hover.ts";
import { manualPage } from "./manual-page.ts";
import { amount, grouped } from "./number-hovers.ts";
import { pageOf, statementHover } from "./statement-hover.ts";
import { includeHover, syntaxHover, tableConfigHover } from "./value-hover.ts";

/** A word that a statement holds itself; `line` is the statement, or what can be read of it. */
export function statementPartHover(snapshot: Snapshot, line: Line, token: Token): readonly Block[] {
  const statement = statementOf(line);
  switch (statement?.kind) {
    case "SettingDirective": {
      const syntax = statement.info?.syntax;
      const page = pageOf(snapshot, line);
      return syntax === undefined ? page : syntaxHover(snapshot, syntax, token, page);
    }
    case "MacroDefinition": {
      const symbol = symbolAt(snapshot, line.start);
      return symbol === undefined ? [] : macroHover(snapshot, symbol);
    }
    case "BounceDirective":
      return syntaxHover(snapshot, "delay", token, pageOf(snapshot, line));
    case "IncludeDirective":
      return includeHover(snapshot, line, token);
    case "CaDirective":
      return token === statement.cert ? syntaxHover(snapshot, "path", token, pageOf(snapshot, line)) : [];
    case "TableDirective":
      return token === statement.config ? tableConfigHover(snapshot, token) : [];
    case "PhaseFilterDirective":
      return token === statement.phase ? phaseHover(snapshot, token) : [];
    case "MatchDirective":
      return token === statement.reject ? rejectHover(snapshot, line) : [];
    case "WrapperDirective":
    case "ProcDirective":
    case "ProcExecFilterDirective":
      return token === statement.command ? syntaxHover(snapshot, "command", token, pageOf(snapshot, line)) : [];
    case "ListenDirective":
      return token === statement.socket ? statementHover(snapshot, line) : interfaceHover(token);
    default:
      return [];
  }
}

/** `reject` of a rule. */
function rejectHover(snapshot: Snapshot, line: Line): readonly Block[] {
  const text = prose`Refuses mail that meets all conditions: the client gets ${code("550 Invalid recipient")}, as for mail that no rule matches.`;
  return [codeBlock("match [CONDITION …] reject"), paragraph(text), ...statementHover(snapshot, line)];
}

/** A phase: when it is, and what can be asked and done then. */
function phaseHover({ target }: Snapshot, { value }: Token): readonly Block[] {
  const info = phaseNamed(value);
  if (info === undefined) return [];
  const words = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  return [
    ...manualPage([`phase ${info.name}`], info, target),
    list([
      prose`Conditions: ${{ kind: "manual", text: words(info.conditions) }}.`,
      prose`Decisions: ${{ kind: "manual", text: words(info.decisions) }}.`,
    ]),
  ];
}

/** A limit with what its number means. */
export function limitHover({ target }: Snapshot, line: Line, { name: word, value: number }: Limit): readonly Block[] {
  const [name, value] = [word.value, Number(number.value)];
  const statement = statementOf(line);
  const scope: LimitScope | undefined = statement?.kind === "LimitDirective" ? statement.scope : undefined;
  const info = scope === undefined ? undefined : limits[scope].find((one) => one.name === name);
  if (info === undefined) return [];
  const unit = info.unit;
  const shown = unit === undefined ? grouped : (count: number) => amount(count, unit);
  const page = manualPage([`${scope} limit ${name} NUMBER`], { ...info, default: shown(info.default) }, target);
  return Number.isNaN(value) || unit === undefined ? page : [...page, paragraph(prose`Here it is ${shown(value)}.`)];
}
