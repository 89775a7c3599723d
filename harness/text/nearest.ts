// Finds what the user may have meant by a word that is not known.

/** The known words nearest to the given one, at most three, nearest first; none where nothing is near. */
function nearestWords(word: string, known: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  return known
    .map((each) => ({ each, distance: distanceBetween(wanted, each.toLowerCase()) }))
    .filter(({ each, distance }) => distance <= Math.max(2, Math.floor(each.length / 3)))
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ each }) => each);
}

/** ` Did you mean "x"?`, or nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const nearest = nearestWords(word, known).filter((each) => each !== word);
  return nearest.length === 0 ? '' : ` Did you mean ${nearest.map((each) => `"${each}"`).join(' or ')}?`;
}

/** Levenshtein's distance: inserted, removed and replaced characters. */
function distanceBetween(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, leftCharacter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, rightCharacter] of [...right].entries()) {
      const replaced = (previous[column] ?? 0) + (leftCharacter === rightCharacter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
