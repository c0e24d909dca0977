/** Offers that one answer has. */
export const mostOffers = 500;

/**
 * Of more things than one answer has, those whose names have the typed characters in this order: one more than an answer
 * has, so that it is seen where these are too many as well.
 */
export function shortlist<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  typed: string,
): readonly Item[] {
  if (items.length <= mostOffers) return items;
  const wanted = typed.toLowerCase();
  const found: Item[] = [];
  for (const item of items) {
    if (found.length > mostOffers) break;
    if (hasInOrder(nameOf(item).toLowerCase(), wanted)) found.push(item);
  }
  return found;
}

function hasInOrder(text: string, characters: string): boolean {
  let from = 0;
  for (const character of characters) {
    from = text.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
