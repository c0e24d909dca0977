/** Gives lists with the same entries in the same order one list for all of them. */
export type ShareList = (list: readonly string[]) => readonly string[];

/** The lists by what they hold; `last` are those of the version before, which go on where they are asked for again. */
export function shareLists(last: ReadonlyMap<string, readonly string[]>): {
  readonly share: ShareList;
  readonly lists: ReadonlyMap<string, readonly string[]>;
} {
  const lists = new Map<string, readonly string[]>();
  const share: ShareList = (list) => {
    const text = textOf(list);
    const shared = lists.get(text) ?? last.get(text) ?? list;
    lists.set(text, shared);
    return shared;
  };
  return { share, lists };
}

const texts = new WeakMap<readonly string[], string>();

function textOf(list: readonly string[]): string {
  const text = texts.get(list) ?? list.map((entry) => `${entry.length}:${entry}`).join("");
  texts.set(list, text);
  return text;
}
