import { newestRelease } from "smtpd-conf";
import { fullSupport } from "smtpd-conf-language-service";
import { PositionEncodingKind } from "vscode-languageserver";
import { openDocuments } from "../documents/open-documents.ts";
import { openAllowedFolders } from "../files/allowed-folders.ts";
import { openTextFiles } from "../files/text-files.ts";
import { noSettings } from "../settings.ts";
import { openProject, type Project } from "./project.ts";

const uri = "untitled:smtpd.conf";

/** Opens a configuration that nobody has saved. */
export function openText(text: string): Project {
  const documents = openDocuments(PositionEncodingKind.UTF16);
  documents.open({ uri, languageId: "smtpd-conf", version: 1, text });
  const file = {
    target: newestRelease,
    namedTarget: undefined,
    definitions: [],
    surroundings: { kind: "none" },
    rules: { preset: "recommended" },
    template: undefined,
  } as const;
  const allowed = openAllowedFolders([]);
  const host = {
    documents,
    texts: openTextFiles(),
    allowed: () => allowed,
    client: fullSupport,
    pageOf: () => undefined,
  };
  return openProject(uri, undefined, { server: noSettings, file, problems: [] }, host);
}
