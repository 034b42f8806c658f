interface Compared {
  readonly isFirst: boolean;
  readonly title: string;
  readonly unionName: string;
  readonly createdAt: string;
}

/** Those that stand first by the programme's word, then the earliest; only those that match what is searched for. */
export function compared<One extends Compared>(items: readonly One[], words: string): One[] {
  const wanted = words.trim().toLowerCase();
  return items
    .filter(({ title, unionName }) => `${title} ${unionName}`.toLowerCase().includes(wanted))
    .sort(
      (left, right) =>
        Number(right.isFirst) - Number(left.isFirst) || (left.createdAt < right.createdAt ? -1 : 1),
    );
}
