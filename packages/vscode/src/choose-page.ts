import { languages, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { visibleConfiguration } from "./language.ts";

/** What each check and rule reports, by code. */
export type Summaries = Readonly<Record<string, string>>;

/** Asks for a check or rule; those that were found in the configuration come first. Undefined where nobody chooses. */
export async function choosePage(summaries: Summaries): Promise<string | undefined> {
  const found = codesFound();
  const items = [
    ...group("Found in this configuration", found, summaries),
    ...group("All", Object.keys(summaries), summaries),
  ];
  const placeHolder = "A check or rule that you want to read about";
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
}

function group(label: string, codes: readonly string[], summaries: Summaries): QuickPickItem[] {
  if (codes.length === 0) return [];
  const items = codes.map((code) => ({ label: code, detail: summaries[code] ?? "" }));
  return [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

/** The codes of what was found in the visible configuration, in the order of the text, without repeats. */
function codesFound(): readonly string[] {
  const document = visibleConfiguration();
  const found = document === undefined ? [] : languages.getDiagnostics(document.uri);
  const sorted = [...found].sort((a, b) => a.range.start.compareTo(b.range.start));
  return [...new Set(sorted.flatMap(({ code }) => codeText(code)))];
}

function codeText(code: unknown): string[] {
  const value = typeof code === "object" && code !== null && "value" in code ? code.value : code;
  return typeof value === "string" ? [value] : [];
}
