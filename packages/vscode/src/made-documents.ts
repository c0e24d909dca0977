import { basename } from "node:path/posix";
import { type Disposable, EventEmitter, Uri, workspace } from "vscode";
import type { SentEnvelope } from "./ask-envelope.ts";
import { isConfiguration, ownScheme } from "./language.ts";
import type { AskServer } from "./server.ts";

/** The documents that we make: those about a configuration, and the pages of checks and rules. */
type MadeDocument =
  | { readonly kind: "effective" | "explanation"; readonly configuration: Uri }
  | { readonly kind: "decision"; readonly configuration: Uri; readonly envelope: SentEnvelope }
  | { readonly kind: "page"; readonly code: string };

/** `smtpd-lint:/effective/Effective smtpd.conf?file:///etc/mail/smtpd.conf`: the last part is what the tab shows. */
export function uriOf(made: MadeDocument): Uri {
  if (made.kind === "page") return Uri.from({ scheme: ownScheme, path: `/page/${made.code}.md` });
  const query = made.configuration.toString();
  if (made.kind === "decision") {
    const path = `/decision/Rule for ${made.envelope.rcpt_to.replaceAll("/", "_")}`;
    return Uri.from({ scheme: ownScheme, path, query, fragment: JSON.stringify(made.envelope) });
  }
  const name = basename(made.configuration.path);
  const title = made.kind === "effective" ? `Effective ${name}` : `What ${name} does.md`;
  return Uri.from({ scheme: ownScheme, path: `/${made.kind}/${title}`, query });
}

function madeDocument({ path, query, fragment }: Uri): MadeDocument | undefined {
  const [, kind, title = ""] = path.split("/");
  if (kind === "page") return { kind, code: title.replace(/\.md$/, "") };
  if (kind === "decision") return { kind, configuration: Uri.parse(query, true), envelope: JSON.parse(fragment) };
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
  if (made.kind === "decision") return ask("smtpd-lint.match", { uri, envelope: made.envelope });
  return made.kind === "effective"
    ? ask("smtpd-lint.effectiveConfiguration", { uri })
    : ask("smtpd-lint.explainConfiguration", { uri });
}
