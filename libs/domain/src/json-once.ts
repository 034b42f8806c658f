const texts = new WeakMap<object, string>();

/**
 * The JSON of something that nobody changes any more. It is made once, however often it is asked for: an answer is kept
 * under its key and sent to whoever asked.
 */
export function jsonOnce(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Tells the JSON of a value where it was put together of parts whose JSON was known. @returns the value */
export function withJson<T extends object>(value: T, json: string): T {
  texts.set(value, json);
  return value;
}
