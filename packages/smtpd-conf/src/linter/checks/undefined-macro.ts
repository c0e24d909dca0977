import type { BrokenStatement } from "../../parser/ast/nodes.ts";
import { groupedBy } from "../../parser/grouped-by.ts";
import { type Span, textOf } from "../../parser/source.ts";
import { hasUnreadInclusion } from "../../parser/unread-inclusion.ts";
import { type Check, type CheckContext, defineCheck, type Problem } from "../check.ts";
import type { Edit, Fix } from "../diagnostic.ts";
import { oncePerModel } from "../once-per-model.ts";
import { isEditable } from "../place.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const undefinedMacro: Check = defineCheck({
  code: "undefined-macro",
  summary: "A macro must be defined above its use.",
  create: (context) => {
    const brokenNow = oncePerModel(context, brokenDefinitions);
    const hasUnreadNow = oncePerModel(context, ({ configuration }) => hasUnreadInclusion(configuration));
    const renamings = oncePerModel(context, () => new Map<string, Renaming>());
    return {
      LexicalError: ({ kind, span, value }) => {
        if (kind !== "undefined-macro") return;
        if (
          brokenNow()
            .get(value)
            ?.some((line) => isAbove(line, span))
        )
          return;
        if (value === "") context.report(withoutName(span, context));
        else if (!hasUnreadNow()) context.report(undefinedMacroAt(context, span, value, renamings()));
      },
    };
  },
});

/** Definitions with a mistake of their own, which is reported where they are, by the names of their macros. */
function brokenDefinitions({
  configuration,
}: CheckContext): ReadonlyMap<string | undefined, readonly BrokenStatement[]> {
  const lines = configuration.syntaxFailures.map(({ line }) => line);
  const definitions = lines.filter(({ tokens: [, sign] }) => sign?.value === "=");
  return groupedBy(definitions, ({ tokens: [name] }) => name?.value);
}

function isAbove(line: Span, use: Span): boolean {
  return line.source === use.source && line.end <= use.start;
}

/** A dollar sign alone, or `${name}`. */
function withoutName({ source, start, end }: Span, { configuration }: CheckContext): Problem {
  const braces = /^\{([A-Za-z0-9_]+)\}/.exec(source.text.slice(end, end + 256));
  const span = { source, start, end: end + (braces?.[0].length ?? 0) };
  const name = braces?.[1];
  const plain = name && `$${name}`;
  const isDefined = name !== undefined && configuration.macros.has(name);
  return {
    span,
    message: "A dollar sign begins the use of a macro, and no name follows it.",
    help: plain ? `Write ${plain}, without braces.` : "Put the word in quotes if the dollar sign belongs to it.",
    fixes: plain && isDefined ? [{ title: `Write ${plain}`, safe: true, edits: [{ span, text: plain }] }] : [],
  };
}

function undefinedMacroAt(context: CheckContext, span: Span, name: string, renamings: Map<string, Renaming>): Problem {
  const { macros } = context.configuration;
  const message = `There is no macro "${name}" at this point.`;
  const names = macros.size > mostMacros ? [] : [...macros.keys()];
  const longer = names.find((known) => known.startsWith(name) && /[^A-Za-z0-9_]/.test(known));
  if (longer !== undefined && textOf({ ...span, end: span.start + longer.length + 1 }) === `$${longer}`) {
    const help = `The macro is called "${longer}", but after a dollar sign smtpd reads only letters, digits and underscores: rename it.`;
    const renaming = renamings.get(longer) ?? renamingOf(context, name, longer);
    renamings.set(longer, renaming);
    return { span, message, help, fixes: fixesAt(span, renaming) };
  }
  if (macros.has(name)) return { span, message, help: "Its definition stands further down: move it above this line." };
  return { span, message, ...otherMacro(span, name, names) };
}

/** More macros than this are not searched for one that was meant. */
const mostMacros = 500;

function otherMacro(span: Span, name: string, names: readonly string[]): Pick<Problem, "help" | "fixes"> {
  const [best, ...others] = suggestionsFor(name, names);
  if (best === undefined) return { help: `Define it above: ${name} = "value".` };
  return {
    help: `Did you mean ${eitherOf([best, ...others].map((macro) => `$${macro}`))}?`,
    fixes: [{ title: `Write $${best}`, safe: false, edits: [{ span, text: `$${best}` }] }],
  };
}

/** How to rename a macro whose name cannot be used, where it is defined and everywhere it is meant. */
interface Renaming {
  /** The uses that are meant, in order. */
  readonly uses: readonly Edit[];
  readonly fixes: readonly Fix[];
}

function renamingOf({ configuration }: CheckContext, read: string, name: string): Renaming {
  const valid = name.replace(/[^A-Za-z0-9_]/g, "_");
  const definitions = configuration.lines.flatMap((line) =>
    line.kind === "MacroDefinition" && line.name.value === name ? [line.name] : [],
  );
  const uses: Edit[] = configuration.lexicalErrors
    .filter(({ kind, value }) => kind === "undefined-macro" && value === read)
    .map(({ span }) => ({ ...span, end: span.start + name.length + 1 }))
    .filter((span) => textOf(span) === `$${name}`)
    .map((span) => ({ span, text: `$${valid}` }));
  const isPossible = !configuration.macros.has(valid) && definitions.length > 0 && definitions.every(isEditable);
  const edits = [...definitions.map((span) => ({ span, text: valid })), ...uses];
  return { uses, fixes: isPossible ? [{ title: `Rename the macro to ${valid}`, safe: true, edits }] : [] };
}

/** With more uses than this, the renaming is offered at the first one alone: it names them all each time. */
const mostUses = 50;

function fixesAt({ source, start }: Span, { uses, fixes }: Renaming): readonly Fix[] {
  const first = uses[0]?.span;
  return uses.length <= mostUses || (first?.source === source && first.start === start) ? fixes : [];
}
