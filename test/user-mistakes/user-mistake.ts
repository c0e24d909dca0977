import type { Machine, Release } from "smtpd-conf";

/** A configuration with a mistake that people make, and one without it. */
export interface UserMistake {
  /** What was done wrong, as its author might come to say it. */
  readonly title: string;
  readonly wrong: string;
  /** What each is found by: all of them are reported for the wrong configuration, and none for the right one. */
  readonly codes: readonly [string, ...string[]];
  readonly right: string;
  /** Of the codes, the rules that are off by default, each with the reason. */
  readonly optIn?: Readonly<Record<string, string>>;
  /** The newest release where absent. */
  readonly target?: Release;
  /** The files of tables that both configurations name, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * The machine that the wrong configuration meets; the right one meets `rightMachine`, or the same. Where there is one, the
   * daemons at hand are not asked: theirs is another.
   */
  readonly machine?: Machine;
  readonly rightMachine?: Machine;
}
