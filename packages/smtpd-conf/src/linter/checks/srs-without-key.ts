import { type Check, defineCheck } from "../check.ts";

export const srsWithoutKey: Check = defineCheck({
  code: "srs-without-key",
  summary: "A relay rewrites senders only with an srs key, set further up.",
  create: ({ configuration, report }) => {
    let known = false;
    return {
      SettingDirective: ({ name }) => {
        known ||= name === "srs key";
      },
      ActionDirective: ({ method, options }) => {
        const srs = options.find(({ name }) => name === "srs");
        if (method.name !== "relay" || srs === undefined || known || brokenKey(configuration.lines)) return;
        report({
          span: srs,
          message: '"srs" needs a key to sign senders with, and there is none further up.',
          help: 'Set one above this action: srs key "secret". A backup key alone is not enough.',
        });
      },
    };
  },
});

/** A key whose own statement is broken is a mistake that was reported there. */
function brokenKey(lines: readonly { readonly kind: string; readonly tokens: readonly { readonly value: string }[] }[]): boolean {
  return lines.some(({ kind, tokens }) => kind === "BrokenStatement" && tokens[0]?.value === "srs");
}
