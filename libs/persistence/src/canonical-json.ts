interface Jsonable {
  toJSON(): unknown;
}

/** A value with precomputed canonical JSON. */
export class Canonical {
  readonly text: string;

  constructor(value: unknown) {
    this.text = canonicalJson(value);
  }
}

/** JSON with sorted keys, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Canonical) return value.text;
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return canonicalJson((value as Jsonable).toJSON());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return canonicalObject(value);
}

function canonicalObject(value: object): string {
  let fields = '';
  for (const name of orderedKeys(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field === undefined) continue;
    fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

const wholeNumber = /^(?:0|[1-9]\d*)$/;

/** Integer-like keys first, as in JavaScript objects: hashes computed long ago stay reproducible. */
function orderedKeys(value: object): string[] {
  const names = Object.keys(value).sort();
  if (!names.some((name) => wholeNumber.test(name))) return names;
  return Object.keys(Object.fromEntries(names.map((name) => [name, 0])));
}

/**
 * Joins values that are JSON already into one parameter for `json_array_elements` or `jsonb_array_elements`. In a
 * PostgreSQL array every quotation mark of every value would have to be escaped and unescaped.
 */
export function jsonList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`;
}
