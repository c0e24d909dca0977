/** What the command ends with. Of several files the worst counts, in this order. */
export const exitCodes = {
  /** Nothing is worse than a warning, or than the options allow. */
  accepted: 0,
  /** smtpd refuses a configuration, or a rule finds an error in it, or more than the options allow. */
  refused: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** A file could not be read, or not be written. */
  unreadable: 3,
  /** What was asked could be neither proven nor refuted. */
  unproven: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
