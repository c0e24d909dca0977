/** What users can switch, as far as answers differ by it. */
export interface ServiceSettings {
  readonly inlayHints: {
    /** `from local` and `for local` where a rule does not say it. */
    readonly implicitConditions: boolean;
    /** The port of a listener or relay that names none. */
    readonly defaultPorts: boolean;
    /** The numbers of the rules as smtpd counts them. */
    readonly ruleNumbers: boolean;
    /** What a macro stands for, where it is used. */
    readonly macroValues: boolean;
  };
  readonly codeLenses: {
    /** How often an action, table, filter… is used. */
    readonly references: boolean;
    /** That a rule is never reached, and why. */
    readonly reachability: boolean;
    /** What strangers may do at a listener. */
    readonly relay: boolean;
  };
}

/** Everything is shown but what would fill the text: numbers and values of macros. */
export const defaultSettings: ServiceSettings = {
  inlayHints: { implicitConditions: true, defaultPorts: true, ruleNumbers: false, macroValues: true },
  codeLenses: { references: true, reachability: true, relay: true },
};
