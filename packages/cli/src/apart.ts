/** Set in a run that has been taken apart already. */
export const apartMark = "SMTPD_LINT_APART";

/** Whether this is a run that `runApart` has started. */
export function isApart(): boolean {
  return process.env[apartMark] !== undefined;
}
