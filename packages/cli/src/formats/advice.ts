import type { Diagnostic } from "smtpd-conf";
import { visible } from "./visible.ts";

/** What is wrong and the way out, on one line, for a reader who sees nothing else of a finding. */
export function adviceOf({ message, help }: Pick<Diagnostic, "message" | "help">): string {
  return visible(help === undefined ? message : `${message} ${help}`);
}

/** What stands for the code of a check where a file could not be read. */
export const unreadableCode = "unreadable-file";

/** Why there are no findings, as a sentence. */
export function unreadAdvice(reason: string): string {
  return visible(`The file could not be checked: ${reason}.`);
}
