import type { Reference } from "../model/symbols.ts";
import type { CheckContext, Problem } from "./check.ts";
import { describeDefined } from "./describe-defined.ts";
import { asWord, rewrite } from "./fix.ts";
import { eitherOf, suggestionsFor } from "./suggestions.ts";

/** A name that nothing defines, at a place where `smtpd -n` does not look: what it means, and what may have been meant. */
export function uncheckedName({ space, word, name }: Reference, what: string, { model }: CheckContext): Problem {
  const defined = [...(model.symbols().get(space)?.values() ?? [])].filter(({ definitions }) => definitions.length > 0);
  const names = defined.map((symbol) => symbol.name);
  const near = suggestionsFor(name, names);
  const [best] = near;
  const text = best === undefined ? undefined : word.quoted ? `"${best}"` : asWord(best);
  return {
    span: word,
    message: `There is no ${space} "${word.value}": ${what}.`,
    help: text === undefined ? describeDefined(space, names) : `Did you mean ${eitherOf(near)}?`,
    fixes: text === undefined ? [] : rewrite(`Write ${text}`, [[word, text]], false),
  };
}
