import type { Line, Option } from "../parser/ast/nodes.ts";

/** Two options of which smtpd takes only one. */
export interface Repetition {
  readonly first: Option;
  readonly second: Option;
}

/**
 * The options of a statement that share a family with an earlier one. In a rule, `from auth`, `from mail-from` and
 * `for rcpt-to` also count as `auth`, `mail-from` and `rcpt-to` for what follows them, but not for what stands before.
 */
export function repeatedFamilies(line: Line, options: readonly Option[], severalPki: boolean): readonly Repetition[] {
  if (options.length < 2) return none;
  const severalAllowed = severalPki && line.kind === "ListenDirective";
  const repetitions: Repetition[] = [];
  for (let index = 1; index < options.length; index++) {
    const second = options[index] as Option;
    const { family } = second.info;
    if (family === undefined || (severalAllowed && family === "pki")) continue;
    const first = firstOfFamily(options, index, family);
    if (first !== undefined) repetitions.push({ first, second });
  }
  return repetitions;
}

const none: readonly Repetition[] = [];

/** The option before `end` that takes this family. Statements have few options: looking is cheaper than a table. */
function firstOfFamily(options: readonly Option[], end: number, family: string): Option | undefined {
  for (let index = 0; index < end; index++) {
    const option = options[index] as Option;
    if (option.info.family === family || (option.scope !== undefined && option.name === family)) return option;
  }
  return undefined;
}

/** `from mail-from`, `tls`: an option as a user would name it. */
export function optionLabel(option: Option): string {
  return option.scope === undefined ? option.name : `${option.scope.value} ${option.name}`;
}
