import { type Check, defineCheck } from "../check.ts";

export const srsWithoutKey: Check = defineCheck({
  code: "srs-without-key",
  summary: "A relay rewrites senders only with an srs key, set further up.",
  remembers: true,
  concerns: ({ tokens }) => tokens.some(({ value }) => value === "srs"),
  create: ({ configuration, report }) => {
    let known = false;
    return {
      // A key whose own statement is broken is a mistake that is reported there.
      BrokenStatement: ({ tokens }) => {
        known ||= tokens[0]?.value === "srs";
      },
      SettingDirective: ({ name }) => {
        known ||= name === "srs key";
      },
      ActionDirective: ({ method, options }) => {
        const srs = options.find(({ name }) => name === "srs");
        if (method.name !== "relay" || srs === undefined || known) return;
        const later = configuration.lines.find((line) => line.kind === "SettingDirective" && line.name === "srs key");
        report({
          span: srs,
          message: '"srs" needs a key to sign senders with, and there is none further up.',
          help: later
            ? "Move the key above this action."
            : 'Set one above this action: srs key "secret". A backup key alone is not enough.',
          related: later && [{ span: later, message: "The key." }],
        });
      },
    };
  },
});
