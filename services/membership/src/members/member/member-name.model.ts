interface NamedPhone {
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
}

const endingLength = 4;

/** How the phones of those end who share their name with somebody else of the list; nobody else's phone is shown at all. */
export function phoneEndingsOf(people: readonly NamedPhone[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { personId, name } of people) {
    const holder = first.get(name) ?? personId;
    first.set(name, holder);
    if (holder !== personId) shared.add(name);
  }
  return new Map(
    people.flatMap(({ personId, name, phone }) =>
      shared.has(name) && phone !== null ? [[personId, phone.slice(-endingLength)] as const] : [],
    ),
  );
}
