// What the language server takes from the command, so that both read the same files, settings and pages in the same way.

export { envelopeFrom, parseEnvelope } from "./envelope-input.ts";
export type { FileSettings } from "./file-settings.ts";
export { defaultIgnores, defaultPatterns } from "./files/default-patterns.ts";
export { findFiles } from "./files/find-files.ts";
export { explainConfiguration } from "./formats/explain-configuration.ts";
export { writeExplanation } from "./formats/explain-text.ts";
export { writeDot } from "./formats/graph-dot.ts";
export { writeMermaid } from "./formats/graph-mermaid.ts";
export { drawGraph } from "./formats/graph-svg.ts";
export { writeDecisions } from "./formats/match-text.ts";
export { type OpenedSurroundings, openRoot } from "./host/surroundings.ts";
export { openTableFiles } from "./host/table-files.ts";
export { settingsFileName } from "./options.ts";
export { version } from "./package-info.ts";
export { pageText } from "./pages.ts";
export { readSource } from "./read-source.ts";
export { combineSettings, type Layer } from "./settings/combine-settings.ts";
export type * from "./settings/fields.ts";
export { readSettingsFile } from "./settings/find-settings.ts";
export { openGlobs } from "./settings/globs.ts";
export { openSettings } from "./settings/open-settings.ts";
export { readField } from "./settings/read-field.ts";
export { readJson } from "./settings/read-json.ts";
export { settingsField } from "./settings/settings-fields.ts";
