/**
 * Encoded tokens without those of one type, by its number in the legend. For editors that colour by a grammar of their own,
 * which knows more of some words than a token can say: regular expressions, above all.
 */
export function withoutType(data: number[], type: number): number[] {
  if (!hasType(data, type)) return data;
  const kept: number[] = [];
  let [rows, characters] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const row = data[index] ?? 0;
    if (row > 0) characters = 0;
    rows += row;
    characters += data[index + 1] ?? 0;
    if (data[index + 3] === type) continue;
    kept.push(rows, characters, data[index + 2] ?? 0, data[index + 3] ?? 0, data[index + 4] ?? 0);
    [rows, characters] = [0, 0];
  }
  return kept;
}

function hasType(data: readonly number[], type: number): boolean {
  for (let index = 3; index < data.length; index += 5) if (data[index] === type) return true;
  return false;
}
