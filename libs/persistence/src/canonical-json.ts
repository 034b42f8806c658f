interface Jsonable {
  toJSON(): unknown;
}

/** A value whose canonical JSON is there already. */
export class Canonical {
  readonly text: string;

  constructor(value: unknown) {
    this.text = canonicalJson(value);
  }
}

/** JSON with the keys of every object in order, so that equal values have equal text. */
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
  for (const name of namesInOrder(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field === undefined) continue;
    fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

const wholeNumber = /^(?:0|[1-9]\d*)$/;

/** Names that are whole numbers first, as JavaScript itself has them: what was hashed long ago has the same text today. */
function namesInOrder(value: object): string[] {
  const names = Object.keys(value).sort();
  if (!names.some((name) => wholeNumber.test(name))) return names;
  return Object.keys(Object.fromEntries(names.map((name) => [name, 0])));
}

/**
 * Values whose JSON is there already, as one parameter for `json_array_elements` or `jsonb_array_elements`. In an array of
 * PostgreSQL each quotation mark of each of them would be escaped here and read back there.
 */
export function jsonList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`;
}
