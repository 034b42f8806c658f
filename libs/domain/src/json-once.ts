/** The JSON of a T that was written and compressed elsewhere, by a thread for example: it is passed on unread. */
export class GzippedJson<T> {
  /** Never set: two of different views are of different types. */
  declare readonly of: T;

  constructor(readonly bytes: Uint8Array) {}
}

const texts = new WeakMap<object, string>();

/** The JSON of an immutable value, computed once: an answer is both stored under its key and sent to the caller. */
export function jsonOnce(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Registers the JSON of a value that was composed of parts with known JSON. @returns the value */
export function withJson<T extends object>(value: T, json: string): T {
  texts.set(value, json);
  return value;
}
