/**
 * The variables in the environment of a delivery's command (`forkmda()` in smtpd.c, `mda_unpriv.c`). `ORIGINAL_RECIPIENT`
 * is there from 7.6 on, `EXTENSION` only for addresses with a tag.
 */
export const deliveryVariables: readonly string[] = [
  "DOMAIN",
  "EXTENSION",
  "HOME",
  "LOCAL",
  "LOGNAME",
  "ORIGINAL_RECIPIENT",
  "PATH",
  "RECIPIENT",
  "SENDER",
  "SHELL",
  "USER",
];
