/** As much of an OpenAPI schema as the generator reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export type Components = Readonly<Record<string, Schema>>;

/** A place in a body: where, what may stand there, and whether it may be left out. */
export interface Field {
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  readonly required: boolean;
}

/** Chance that is the same in every run with the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** A whole number from 0 to below the bound (mulberry32). */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** So many of the values, in any order. */
  some<T>(values: readonly T[], count: number): T[] {
    const rest = [...values];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) {
      chosen.push(...rest.splice(this.below(rest.length), 1));
    }
    return chosen;
  }

  /** An id that nothing has. */
  uuid(): string {
    const digits = (count: number): string =>
      Array.from({ length: count }, () => this.below(16).toString(16)).join('');
    return `019a${digits(4)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
  }
}

/** References and unions followed; a schema that may be null says so by its type. */
export function resolve(schema: Schema, components: Components): Schema {
  if (schema.$ref !== undefined) {
    return resolve(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, components);
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices === undefined) return schema;
  const first = resolve(choices[0] ?? {}, components);
  const all = choices.flatMap((one) => typesOf(resolve(one, components)));
  return { ...first, type: schema.allOf ? typesOf(first) : all };
}

export function typesOf(schema: Schema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

const nestingMax = 4;
/** One of these fits each pattern of the document. */
const texts = [
  'text',
  '1.2',
  ...[43, 44, 87].map((length) => 'A'.repeat(length)),
  ...[64, 96].map((length) => 'a'.repeat(length)),
  '1865000',
  '09:00',
  'lin@example.com',
  '314159',
  '13800001234',
  'https://hooks.example.com/',
];

/** A body that the schema allows, with ids that nothing has. */
export function sampleOf(schema: Schema, components: Components, chance: Chance, depth = 0): unknown {
  const known = resolve(schema, components);
  if (known.enum !== undefined) return known.enum[0];
  switch (typesOf(known)[0]) {
    case 'object':
      return sampleObject(known, components, chance, depth);
    case 'array':
      return known.items === undefined ? [] : [sampleOf(known.items, components, chance, depth + 1)];
    case 'string':
      return sampleText(known, chance);
    case 'boolean':
      return false;
    default:
      return Math.max(known.minimum ?? 1, Math.min(1, known.maximum ?? 1));
  }
}

function sampleObject(known: Schema, components: Components, chance: Chance, depth: number): unknown {
  const names = Object.entries(known.properties ?? {}).filter(
    ([name]) => depth < nestingMax || known.required?.includes(name),
  );
  if (depth > 2 * nestingMax) return {};
  return Object.fromEntries(
    names.map(([name, inner]) => [name, sampleOf(inner, components, chance, depth + 1)]),
  );
}

function sampleText(known: Schema, chance: Chance): string {
  if (known.format === 'uuid') return chance.uuid();
  if (known.format === 'date') return '2026-11-21';
  if (known.format === 'date-time') return '2026-11-21T09:00:00+08:00';
  const { pattern } = known;
  if (pattern !== undefined) {
    if (typeof known.example === 'string') return known.example;
    const fitting = texts.find((one) => new RegExp(pattern).test(one));
    if (fitting === undefined) throw new Error(`no sample fits ${pattern}`);
    return fitting;
  }
  return '文'.repeat(Math.max(known.minLength ?? 1, 1));
}

/** Every place in a sample, from the outside in. */
export function fieldsOf(
  schema: Schema,
  components: Components,
  value: unknown,
  path: Field['path'] = [],
): Field[] {
  const known = resolve(schema, components);
  if (Array.isArray(value)) {
    const { items } = known;
    if (items === undefined || value.length === 0) return [];
    const field = { path: [...path, 0], schema: resolve(items, components), required: false };
    return [field, ...fieldsOf(items, components, value[0], field.path)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(known.properties ?? {}).flatMap(([name, inner]) => {
    if (!(name in value)) return [];
    const required = known.required?.includes(name) ?? false;
    const field = { path: [...path, name], schema: resolve(inner, components), required };
    return [field, ...fieldsOf(inner, components, (value as Record<string, unknown>)[name], field.path)];
  });
}

/** The value with something else at a place; nothing at all where it is undefined. */
export function withValueAt(value: unknown, path: Field['path'], other: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (index === step ? withValueAt(one, rest, other) : one));
  }
  const object = value as Record<string, unknown>;
  return { ...object, [step]: withValueAt(object[String(step)], rest, other) };
}
