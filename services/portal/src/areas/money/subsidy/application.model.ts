interface Compared {
  readonly isFirst: boolean;
  readonly createdAt: string;
}

/** Those that the programme puts first, then the earliest. */
export function compared<One extends Compared>(items: readonly One[]): One[] {
  return [...items].sort(
    (left, right) =>
      Number(right.isFirst) - Number(left.isFirst) || (left.createdAt < right.createdAt ? -1 : 1),
  );
}
