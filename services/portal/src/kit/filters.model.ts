type Blankable<Filters> = { readonly [Name in keyof Filters]?: Filters[Name] | undefined };

/** Only the filters that have a value. */
export function withoutBlanks<Filters extends object>(filters: Blankable<Filters>): Filters {
  const set = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(set) as Filters;
}

/** As they stand in the address. */
export function searchOf<Filters extends object>(filters: Filters): URLSearchParams {
  return new URLSearchParams(Object.entries(withoutBlanks<Filters>(filters)) as [string, string][]);
}

/** The filters without the one or with another value of it. */
export function withFilter<Filters extends object, Name extends keyof Filters>(
  filters: Filters,
  name: Name,
  value: Filters[Name] | undefined,
): Filters {
  return withoutBlanks<Filters>({ ...filters, [name]: value });
}
