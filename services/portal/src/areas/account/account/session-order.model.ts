interface Used {
  readonly current: boolean;
  readonly usedAt: string;
}

/** This sign-in first, then the one that was used last: an unknown one among them is seen at once. */
export function inOrderOfUse<T extends Used>(sessions: readonly T[]): T[] {
  return [...sessions].sort(
    (one, other) =>
      Number(other.current) - Number(one.current) || Date.parse(other.usedAt) - Date.parse(one.usedAt),
  );
}
