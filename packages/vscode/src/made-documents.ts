import { basename } from "node:path/posix";
import { type Disposable, EventEmitter, Uri, workspace } from "vscode";
import { isConfiguration, ownScheme } from "./language.ts";
import type { AskServer } from "./server.ts";

/** The documents that we make: two about a configuration, and the pages of checks and rules. */
type MadeDocument =
  | { readonly kind: "effective" | "explanation"; readonly configuration: Uri }
  | { readonly kind: "page"; readonly code: string };

/** `smtpd-lint:/effective/Effective smtpd.conf?file:///etc/mail/smtpd.conf`: the last part is what the tab shows. */
export function uriOf(made: MadeDocument): Uri {
  if (made.kind === "page") return Uri.from({ scheme: ownScheme, path: `/page/${made.code}.md` });
  const name = basename(made.configuration.path);
  const title = made.kind === "effective" ? `Effective ${name}` : `What ${name} does.md`;
  return Uri.from({ scheme: ownScheme, path: `/${made.kind}/${title}`, query: made.configuration.toString() });
}

function madeDocument({ path, query }: Uri): MadeDocument | undefined {
  const [, kind, title = ""] = path.split("/");
  if (kind === "page") return { kind, code: title.replace(/\.md$/, "") };
  return kind === "effective" || kind === "explanation" ? { kind, configuration: Uri.parse(query, true) } : undefined;
}

const patience = 300;

/** Offers these documents to the editor, and makes them anew while a configuration is written. */
export function offerMadeDocuments(ask: AskServer): Disposable[] {
  const changed = new EventEmitter<Uri>();
  let timer: NodeJS.Timeout | undefined;
  const refresh = () => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === ownScheme) changed.fire(uri);
  };
  return [
    changed,
    { dispose: () => clearTimeout(timer) },
    workspace.registerTextDocumentContentProvider(ownScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => contentOf(madeDocument(uri), ask),
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isConfiguration(document)) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, patience);
    }),
  ];
}

async function contentOf(made: MadeDocument | undefined, ask: AskServer): Promise<string> {
  const text = made && (await askFor(made, ask));
  return (
    text ?? "The language server has no answer. Its output says why: smtpd.conf: Show Output of Language Server.\n"
  );
}

function askFor(made: MadeDocument, ask: AskServer): Promise<string | undefined> {
  if (made.kind === "page") return ask("smtpd-lint.explainCode", { code: made.code });
  const uri = made.configuration.toString();
  return made.kind === "effective"
    ? ask("smtpd-lint.effectiveConfiguration", { uri })
    : ask("smtpd-lint.explainConfiguration", { uri });
}
