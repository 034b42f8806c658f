interface Numbered {
  readonly number: number;
  readonly state: string;
}

/** The nearest occurrences before and after a number that are not cancelled. */
export function neighboursOf<One extends Numbered>(
  occurrences: readonly One[],
  number: number,
): { readonly previous: One | null; readonly following: One | null } {
  const held = occurrences.filter(({ state }) => state !== 'cancelled');
  return {
    previous: held.filter((one) => one.number < number).at(-1) ?? null,
    following: held.find((one) => one.number > number) ?? null,
  };
}
