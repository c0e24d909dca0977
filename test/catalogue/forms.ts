import {
  type Availability,
  acceptedKinds,
  isAtLeast,
  isAvailable,
  type OptionInfo,
  type Release,
  valueSyntaxes,
} from "smtpd-conf";

/** Whether a release takes something. */
export type Verdict = (target: Release) => boolean;

/** One way to write an option, and the releases of which the catalogue says that they take it. */
export interface Form {
  readonly words: string;
  readonly isAccepted: Verdict;
}

export const always: Verdict = () => true;
export const never: Verdict = () => false;

/** The releases that have a construct, from `since` on where that is newer. */
export function available(construct: Availability, since: Release = "6.4.0"): Verdict {
  return (target) => isAvailable(construct, target) && isAtLeast(target, since);
}

/** Every way to write the option, also those that are refused: without its argument, with a wrong one, with its suffix. */
export function formsOf(option: OptionInfo): Form[] {
  const forms = argumentForms(option);
  return [...forms, ...suffixForms(option, forms)].map((form) => ({
    ...form,
    words: `${option.name} ${form.words}`.trim(),
  }));
}

/** The first form that the newest release takes. */
export function plainForm(option: OptionInfo): Form {
  return formsOf(option).find(({ isAccepted }) => isAccepted("7.9")) as Form;
}

/** A value as the syntax of an option or setting writes it. */
export function exampleOf({ syntax }: { readonly syntax?: OptionInfo["syntax"] }): string {
  return valueSyntaxes.find(({ name }) => name === syntax)?.example ?? "x";
}

/** The names that the configurations around the forms define. */
const names = { ca: "c", filter: "f", pki: "p", wrapper: "w" } as const;

function argumentForms(option: OptionInfo): Form[] {
  const isThere = available(option);
  if (option.argument === "none") return [{ words: "", isAccepted: isThere }];
  const bare = { words: "", isAccepted: option.optional ? isThere : never };
  if (option.argument === "table") return [bare, ...tableForms(option, false), ...regexForms(option)];
  if (option.argument === "port") return [bare, ...portForms];
  if (option.argument === "filters") return [bare, ...filterForms(option)];
  const value = option.refersTo === undefined ? exampleOf(option) : names[option.refersTo];
  return [bare, { words: value, isAccepted: isThere }, { words: "5", isAccepted: never }];
}

const portForms: readonly Form[] = [
  { words: "25", isAccepted: always },
  { words: "smtp", isAccepted: available({ since: "6.6.0" }) },
  { words: "smtps", isAccepted: available({ since: "6.6.0" }) },
  { words: '"25"', isAccepted: never },
  { words: "65536", isAccepted: never },
];

/** Filters can be defined, and lists of them be written, from 6.6 on. */
function filterForms(option: OptionInfo): Form[] {
  const isDefined = available(option, "6.6.0");
  return [
    { words: "f", isAccepted: isDefined },
    { words: "{ f }", isAccepted: isDefined },
    { words: "{ f, nosuch }", isAccepted: never },
  ];
}

function regexForms(option: OptionInfo): Form[] {
  if (option.regexSince === undefined) return [{ words: 'regex "a"', isAccepted: never }];
  return tableForms(option, true);
}

/** A list and a mapping; where smtpd does not look at the kind of the table, both are accepted. */
function tableForms(option: OptionInfo, regex: boolean): Form[] {
  const isThere = available(option, regex ? option.regexSince : undefined);
  const takes = (kind: "list" | "mapping", target: Release) =>
    option.place === undefined || acceptedKinds(option.place, regex, target).includes(kind);
  const prefix = regex ? "regex " : "";
  return [
    { words: `${prefix}{ "a", "b" }`, isAccepted: (target) => isThere(target) && takes("list", target) },
    { words: `${prefix}{ "a" = "b" }`, isAccepted: (target) => isThere(target) && takes("mapping", target) },
    { words: `${prefix}<nosuch>`, isAccepted: never },
  ];
}

function suffixForms(option: OptionInfo, forms: readonly Form[]): Form[] {
  if (option.suffix === undefined) return [];
  const suffix = option.suffixArgument === undefined ? option.suffix : `${option.suffix} x`;
  const complete = forms.filter(({ isAccepted }) => isAccepted("7.9"));
  return complete.map((form) => ({ ...form, words: `${form.words} ${suffix}`.trim() }));
}
