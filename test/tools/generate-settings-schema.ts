import { schemaOf } from "../../packages/cli/src/settings/json-schema.ts";
import { settingsField } from "../../packages/cli/src/settings/settings-fields.ts";

/** The text of `settings.schema.json`: what a settings file can say, for editors. */
export function generateSettingsSchema(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "smtpd-lint/settings.schema.json",
    title: "The settings of smtpd-lint",
    description:
      'The content of .smtpd-lintrc.json, which may have comments, and of the key "smtpd-lint" of a package.json.',
    ...schemaOf(settingsField),
  };
  return `${layOut(schema, "")}\n`;
}

const widest = 120;

/** JSON with each property on a line of its own, and lists of plain values on one where they fit. */
function layOut(value: unknown, margin: string, before = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${margin}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((entry) => JSON.stringify(entry)).join(", ")}]`;
    const isPlain = value.every((entry) => typeof entry !== "object");
    if (isPlain && margin.length + before + flat.length < widest) return flat;
    return `[\n${value.map((entry) => `${inner}${layOut(entry, inner)}`).join(",\n")}\n${margin}]`;
  }
  const lines = Object.entries(value).map(([key, entry]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${layOut(entry, inner, name.length)}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${margin}}`;
}
