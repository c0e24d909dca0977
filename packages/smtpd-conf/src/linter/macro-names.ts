/** What looks like the use of a macro within a text. */
export interface MacroName {
  readonly name: string;
  /** Where its dollar sign stands, in UTF-16 units from the beginning of the text. */
  readonly start: number;
}

/** Each dollar sign in a text that the name of a macro could follow: letters, digits and underscores, as many as there are. */
export function macroNamesIn(text: string): readonly MacroName[] {
  if (!text.includes("$")) return [];
  return Array.from(text.matchAll(/\$(\w+)/g), ({ 1: name = "", index: start }) => ({ name, start }));
}
