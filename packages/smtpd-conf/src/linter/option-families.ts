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
export function repeatedFamilies(line: Line, options: readonly Option[], severalPki: boolean): Repetition[] {
  if (options.length < 2) return [];
  const seen = new Map<string, Option>();
  const repetitions: Repetition[] = [];
  for (const option of options) {
    const family = option.info.family;
    if (family === undefined || (severalPki && line.kind === "ListenDirective" && family === "pki")) continue;
    const first = seen.get(family);
    if (first === undefined) seen.set(family, option);
    else repetitions.push({ first, second: option });
    if (line.kind === "MatchDirective") markImplied(seen, option);
  }
  return repetitions;
}

const implied = new Set(["auth", "mail-from", "rcpt-to"]);

function markImplied(seen: Map<string, Option>, option: Option): void {
  if (option.scope !== undefined && implied.has(option.name) && !seen.has(option.name)) seen.set(option.name, option);
}

/** `from mail-from`, `tls`: an option as a user would name it. */
export function optionLabel(option: Option): string {
  return option.scope === undefined ? option.name : `${option.scope.value} ${option.name}`;
}
