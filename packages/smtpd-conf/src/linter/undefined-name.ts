import type { Definition, NameSpace, Reference } from "../model/symbols.ts";
import type { Line } from "../parser/ast/nodes.ts";
import { hasUnreadInclusion } from "../parser/unread-inclusion.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { describeDefined } from "./describe-defined.ts";
import { asWord, rewrite } from "./fix.ts";
import { oncePerModel } from "./once-per-model.ts";
import { eitherOf, suggestionsFor } from "./suggestions.ts";

const nouns: Readonly<Record<NameSpace, string>> = {
  action: "action",
  ca: "ca",
  filter: "filter",
  pki: "pki",
  proc: "proc",
  table: "table",
  tag: "tag",
  wrapper: "mda wrapper",
};

/** Comparisons of names that one configuration is worth; after that, findings come without suggestions. */
const mostComparisons = 100_000;

/** Reports the names of one name space that are used and never defined; none where an included file could not be read. */
export function undefinedNames(context: CheckContext, space: NameSpace): Visitor {
  const namesNow = oncePerModel(context, () => namesOf(context, space));
  const hasUnreadNow = oncePerModel(context, ({ configuration }) => hasUnreadInclusion(configuration));
  return {
    Reference: (reference) => {
      if (reference.space !== space || reference.state !== "undefined" || hasUnreadNow()) return;
      const names = namesNow();
      if (!names.broken.has(reference.name)) context.report(undefinedName(context, reference, names));
    },
  };
}

interface Names {
  readonly defined: ReadonlySet<string>;
  /** The names of statements that could not be read even that far; they are reported where they are. */
  readonly broken: ReadonlySet<string>;
  comparisons: number;
}

function namesOf({ model, configuration }: CheckContext, space: NameSpace): Names {
  const symbols = [...(model.symbols().get(space)?.values() ?? [])];
  const defined = symbols.filter(({ definitions }) => definitions.length > 0).map(({ name }) => name);
  const broken = configuration.lines.flatMap((line) => brokenName(line, space) ?? []);
  return { defined: new Set(defined), broken: new Set(broken), comparisons: 0 };
}

/** `action relay relay`, `table <t> { a }`: what was meant as a name is none, so the statement has no name. */
function brokenName({ kind, tokens: [first, second, third] }: Line, space: NameSpace): string | undefined {
  if (kind !== "BrokenStatement") return undefined;
  if (space === "wrapper") return second?.value === "wrapper" ? third?.value : undefined;
  if (first?.value !== space) return undefined;
  return second?.value === "<" ? third?.value : second?.value;
}

function undefinedName(context: CheckContext, reference: Reference, names: Names): Problem {
  const { space, word } = reference;
  const [best, ...others] = nearest(reference.name, names);
  const message = `There is no ${nouns[space]} "${word.value}".`;
  if (best === undefined) return { span: word, message, ...otherwise(context, reference, names.defined) };
  const text = word.quoted ? `"${best}"` : asWord(best);
  return {
    span: word,
    message,
    help: `Did you mean ${eitherOf([best, ...others])}?`,
    fixes: rewrite(`Write ${text}`, [[word, text]], false),
  };
}

/** The names that may have been meant: without a semicolon after it, or with other letters. */
function nearest(name: string, names: Names): readonly string[] {
  const plain = name.replace(/;$/, "");
  if (plain !== name && names.defined.has(plain)) return [plain];
  names.comparisons += names.defined.size;
  return names.comparisons > mostComparisons ? [] : suggestionsFor(name, names.defined);
}

function otherwise({ model }: CheckContext, { space, name }: Reference, names: ReadonlySet<string>) {
  const other = elsewhere(model.symbols().values(), name);
  if (other !== undefined) {
    const help = `"${name}" is ${withArticle(nouns[other.space])}, and ${withArticle(nouns[space])} is expected here.`;
    return { help, related: [{ span: other.word, message: `The ${nouns[other.space]}.` }] };
  }
  return { help: describeDefined(nouns[space], [...names]) };
}

type Spaces = Iterable<ReadonlyMap<string, { readonly definitions: readonly Definition[] }>>;

/** A definition of the same name in another name space. */
function elsewhere(spaces: Spaces, name: string): Definition | undefined {
  for (const names of spaces) {
    const [definition] = names.get(name)?.definitions ?? [];
    if (definition !== undefined && definition.space !== "tag") return definition;
  }
  return undefined;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]|^mda/.test(noun) ? "an" : "a"} ${noun}`;
}
