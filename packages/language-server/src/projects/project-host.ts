import type { ClientSupport } from "smtpd-conf-language-service";
import type { OpenDocuments } from "../documents/open-documents.ts";
import type { AllowedFolders } from "../files/allowed-folders.ts";
import type { TextFiles } from "../files/text-files.ts";

/** What projects need of the server around them. */
export interface ProjectHost {
  readonly documents: OpenDocuments;
  readonly texts: TextFiles;
  readonly allowed: () => AllowedFolders;
  readonly client: ClientSupport;
  /** The address of the page about a check or a rule. */
  readonly pageOf: (code: string) => string | undefined;
}
