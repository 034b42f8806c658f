/**
 * What a form says otherwise than it began with, for a request that changes only what it names: what somebody else has
 * changed meanwhile in other fields stays as it is.
 * @param before the request as the form began with it
 */
export function changesBetween<Body extends object>(before: Body, after: Body): Partial<Body> {
  const isOther = ([field, value]: readonly [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify((before as Readonly<Record<string, unknown>>)[field]);
  return Object.fromEntries(Object.entries(after).filter(isOther)) as Partial<Body>;
}

/** By which two values are told apart: the order of keys is no difference, nor is a field that is absent one that is null. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
