/** The numbers that were last sent of each document, so that only what is new needs to be sent next. */
export interface SentTokens {
  /** What was sent under a name; undefined where that is not the last that was sent of the document. */
  readonly under: (uri: string, id: string) => readonly number[] | undefined;
  /** Keeps what is sent now, and names it. */
  readonly keep: (uri: string, data: readonly number[]) => string;
}

/** Opens a memory without anything; documents of which `isOpen` is no longer true are forgotten. */
export function openSentTokens(isOpen: (uri: string) => boolean): SentTokens {
  const sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let count = 0;
  return {
    under: (uri, id) => {
      const last = sent.get(uri);
      return last?.id === id ? last.data : undefined;
    },
    keep: (uri, data) => {
      const id = String(++count);
      for (const other of sent.keys()) if (!isOpen(other)) sent.delete(other);
      sent.set(uri, { id, data });
      return id;
    },
  };
}
