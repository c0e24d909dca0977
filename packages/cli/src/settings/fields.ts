import type { GivenOptions } from "smtpd-conf";

/** What may stand at a place of a settings file. The reader and the schema for editors are both drawn from such fields. */
export type Field = TextField | NumberField | ChoiceField | ListField | RecordField | ObjectField | RuleField;

interface Described {
  /** One or two sentences, for editors. */
  readonly summary?: string;
  /** The name under which the schema defines it, where it occurs more than once. */
  readonly id?: string;
}

export interface TextField extends Described {
  readonly kind: "text";
  /** What such a text is, with its article. */
  readonly noun: string;
  /** A regular expression that finds such a text and no other; any text but an empty one where absent. */
  readonly pattern?: string;
  /** Texts to offer. */
  readonly examples?: readonly string[];
}

/** A whole number. */
export interface NumberField extends Described {
  readonly kind: "number";
  readonly minimum: number;
  readonly maximum: number;
}

export interface ChoiceField extends Described {
  readonly kind: "choice";
  readonly choices: readonly string[];
}

export interface ListField extends Described {
  readonly kind: "list";
  readonly of: Field;
  /** One entry at least. */
  readonly filled?: true;
}

/** An object with keys of one's own. */
export interface RecordField extends Described {
  readonly kind: "record";
  readonly keys: Pick<TextField, "noun"> & { readonly pattern: string };
  readonly of: Field;
}

/** An object with keys that are known. */
export interface ObjectField extends Described {
  readonly kind: "object";
  /** How a sentence begins about a key that there is not: `There is no setting`. */
  readonly unknown: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  /** Why there cannot be such a key, where there is more to say than that. */
  readonly whyNot?: (key: string) => string | undefined;
}

/** What a rule is set to: a severity, or a severity and options. */
export interface RuleField extends Described {
  readonly kind: "rule";
  readonly options: ObjectField | undefined;
}

/** The words that a rule can be set to. */
export const ruleLevels = ["off", "on", "hint", "info", "warning", "error"] as const;

export type RuleLevel = (typeof ruleLevels)[number];

/** What a settings file says of a rule. */
export type RuleSetting = RuleLevel | readonly [RuleLevel, GivenOptions];

/** What a field holds once it has been read. */
export type ContentOf<One> = One extends TextField
  ? string
  : One extends NumberField
    ? number
    : One extends { readonly kind: "choice"; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : One extends { readonly kind: "list"; readonly of: infer Entry }
        ? readonly ContentOf<Entry>[]
        : One extends { readonly kind: "record"; readonly of: infer Entry }
          ? Readonly<Record<string, ContentOf<Entry>>>
          : One extends { readonly kind: "object"; readonly fields: infer Fields }
            ? { readonly [Name in keyof Fields]?: ContentOf<Fields[Name]> }
            : One extends RuleField
              ? RuleSetting
              : never;
