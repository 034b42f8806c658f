interface Named {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/**
 * The unions to choose from: those at or below one of the places, each once, the highest first.
 * @param q what the name contains; '' for any
 */
export function choicesOf<Union extends Named>(
  unions: readonly Union[],
  places: readonly string[],
  q: string,
): Union[] {
  const text = q.toLowerCase();
  const within = unions.filter(
    ({ path, name }) => places.some((place) => path.startsWith(place)) && name.toLowerCase().includes(text),
  );
  const each = [...new Map(within.map((union) => [union.id, union])).values()];
  return each.sort((left, right) => levelOf(left.path) - levelOf(right.path));
}

/** The level of a union by its place `1.4.`: 1 is the topmost. */
export function levelOf(path: string): number {
  return path.split('.').length - 1;
}
