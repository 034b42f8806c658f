import { uuidv7 } from 'uuidv7';

/** A UUID that cannot be mistaken for the id of another kind: `Id<'activity'>` is not an `Id<'person'>`. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** A new UUIDv7: ordered by time, so that keys made together lie together in an index. */
export function newId<Kind extends string>(): Id<Kind> {
  return uuidv7() as Id<Kind>;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value);
}
