import type { Span } from "../source.ts";

/** A macro as `symset()` keeps it. */
export interface Macro {
  readonly name: string;
  readonly value: string;
  /** Where the value was written: without its quotes where they add nothing, else with them. */
  readonly origin: Span;
  /** Whether the characters of `origin` are those of `value`, one by one. */
  readonly exact: boolean;
  /** A `-D name=value` of the command line: the file cannot change it. */
  readonly persistent: boolean;
}

/** The macros that are defined at some point of the text. */
export type MacroTable = Map<string, Macro>;

/** Defines or replaces a macro; false for one of the command line, which stays as it is. */
export function defineMacro(macros: MacroTable, macro: Macro): boolean {
  if (macros.get(macro.name)?.persistent) return false;
  macros.set(macro.name, macro);
  return true;
}

/** A macro from a string token: `name = value` in a file. */
export function macroFrom(name: string, value: Span & { readonly value: string; readonly quoted: boolean }): Macro {
  const { source } = value;
  const inner = value.quoted
    ? { source, start: value.start + 1, end: value.end - 1 }
    : { source, start: value.start, end: value.end };
  const exact = source.text.slice(inner.start, inner.end) === value.value;
  const whole = { source, start: value.start, end: value.end };
  return { name, value: value.value, origin: exact ? inner : whole, exact, persistent: false };
}

/**
 * A macro from the command line. smtpd splits `-D` at the *last* `=`; undefined where there is none.
 */
export function macroFromDefinition(definition: string): Macro | undefined {
  const split = definition.lastIndexOf("=");
  if (split < 0) return undefined;
  const source = { kind: "definition", path: "-D", text: definition, encoding: "utf8" } as const;
  const origin = { source, start: split + 1, end: definition.length };
  return {
    name: definition.slice(0, split),
    value: definition.slice(split + 1),
    origin,
    exact: true,
    persistent: true,
  };
}

/** Whether smtpd refuses this macro name: white space anywhere but in the first place. */
export function hasMacroNameBlank(name: string): boolean {
  return /[ \t\n\v\f\r]/.test(name.slice(1));
}
