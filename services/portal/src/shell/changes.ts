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
