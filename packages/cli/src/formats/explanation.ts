import type { RouteStep, Span } from "smtpd-conf";

export { either, quoted } from "smtpd-conf";

/** What a configuration does, in words. */
export interface Explanation {
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What there is to say of one thing; each item begins on a line of its own. */
export interface Paragraph {
  /** Undefined where the section has one subject. */
  readonly heading: Sentence | undefined;
  readonly items: readonly (readonly Sentence[])[];
}

/** Whether there is anything to say. */
export function isThere({ items }: Paragraph): boolean {
  return items.length > 0;
}

/** A sentence, or a heading, and what in the configuration says so. */
export interface Sentence {
  /** A sentence ends with a full stop, a heading does not. */
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** A statement, or one of the rules. */
export interface Origin {
  readonly span: Span;
  /** The number of the rule; undefined for other statements. */
  readonly rule: number | undefined;
  /** The action that the rule leads to; undefined where it leads to none. */
  readonly action: string | undefined;
}

/** A sentence out of clauses. */
export function sentence(text: string, ...origins: readonly Origin[]): Sentence {
  return { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, origins };
}

export function heading(text: string, ...origins: readonly Origin[]): Sentence {
  return { text, origins };
}

export function originOf(span: Span): Origin {
  return { span, rule: undefined, action: undefined };
}

/** The rules of a step, in their order. */
export function originsOfStep({ rules, action }: Pick<RouteStep, "rules" | "action">): readonly Origin[] {
  const inOrder = [...new Set(rules)].toSorted((one, other) => one.number - other.number);
  return inOrder.map(({ number, directive }) => ({ span: directive, rule: number, action }));
}
