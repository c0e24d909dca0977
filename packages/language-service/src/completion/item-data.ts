/** What a completion stands for, so that its manual can be found again when the editor asks for it. It goes out as JSON. */
export type ItemData =
  /** A statement or a setting by its words, or all those that begin with them. */
  | { readonly of: "statement"; readonly words: string }
  /** An option by its list in the catalogue. */
  | { readonly of: "option" | "suffix"; readonly place: string; readonly name: string }
  /** `from` or `for`. */
  | { readonly of: "scope"; readonly name: string }
  | { readonly of: "limit"; readonly scope: string; readonly name: string }
  | {
      readonly of:
        | "regex"
        | "phase"
        | "port"
        | "interface"
        | "scheme"
        | "backend"
        | "specifier"
        | "modifier"
        | "syntax"
        | "rule"
        /** The text of a snippet as it is when nothing is changed in it. */
        | "snippet";
      readonly name: string;
    };
