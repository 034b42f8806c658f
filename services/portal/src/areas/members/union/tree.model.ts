/** The item that gets the focus, in a tree whose visible items stand one below the other; null for other keys. */
export function stepOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The next item, wrapping around, whose name begins with the typed text; null where there is none. */
export function typedTo(names: readonly string[], index: number, typed: string): number | null {
  const text = typed.toLowerCase();
  // More letters of the same name stay where they are; a first letter moves on.
  const first = [...typed].length > 1 ? index : index + 1;
  for (let step = 0; step < names.length; step += 1) {
    const place = (first + step) % names.length;
    if (names[place]?.toLowerCase().startsWith(text)) return place;
  }
  return null;
}

/** The parent of the item at the index, by the levels of all visible items; null for a root. */
export function aboveOf(levels: readonly number[], index: number): number | null {
  const level = levels[index] ?? 0;
  const above = levels.slice(0, index).findLastIndex((one) => one < level);
  return above === -1 ? null : above;
}

/** The first child of the item at the index; null where none is visible. */
export function belowOf(levels: readonly number[], index: number): number | null {
  return (levels[index + 1] ?? 0) > (levels[index] ?? 0) ? index + 1 : null;
}

interface Grant {
  readonly unionId: string;
  readonly path: string;
}

/** The roots of the tree that a person sees: the highest unions of their roles, none below another; without a role their own. */
export function rootIdsOf(grants: readonly Grant[], ownUnionId: string | null): string[] {
  const highest = grants.filter(
    ({ path }) => !grants.some((other) => other.path !== path && path.startsWith(other.path)),
  );
  const ids = [...new Set(highest.map(({ unionId }) => unionId))];
  return ids.length > 0 || ownUnionId === null ? ids : [ownUnionId];
}
