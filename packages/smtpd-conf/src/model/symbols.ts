import type { Line } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";

/** The name spaces of the language. Names of one do not clash with those of another. */
export type NameSpace = "table" | "action" | "filter" | "proc" | "wrapper" | "pki" | "ca" | "tag";

/** A place where a name gets its meaning. */
export interface Definition {
  readonly space: NameSpace;
  readonly name: string;
  readonly word: Word;
  readonly line: Line;
  /** The place of `line` in the order in which smtpd reads. */
  readonly order: number;
  /** The statement has a mistake of its own: smtpd may not know the name, but that is no second mistake. */
  readonly failed: boolean;
}

/** A place where a name is used. */
export interface Reference {
  readonly space: NameSpace;
  readonly name: string;
  readonly word: Word;
  readonly line: Line;
  readonly order: number;
  /**
   * `known`: defined further up. `later`: only defined further down, which smtpd does not see. `undefined`: nowhere.
   * `unchecked`: nowhere, but `smtpd -n` does not look.
   */
  readonly state: "known" | "later" | "undefined" | "unchecked";
}

/** A name with everything that is known of it. */
export interface ModelSymbol {
  readonly space: NameSpace;
  readonly name: string;
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
}
