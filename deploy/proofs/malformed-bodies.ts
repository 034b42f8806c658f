import {
  type Chance,
  type Components,
  type Field,
  fieldsOf,
  sampleOf,
  type Schema,
  typesOf,
  withValueAt,
} from './malformed-schema.js';

/** A body that must be refused: what is wrong with it, and where. */
export interface MalformedBody {
  readonly what: string;
  readonly body: string | Uint8Array<ArrayBuffer> | FormData;
  readonly contentType?: string;
  /** Of the one field that is wrong, where one is. */
  readonly pointer?: string;
  /** Well-formed: only what it says is hostile, and whoever saves nothing may answer it. */
  readonly wellFormed?: true;
}

export interface BodySource {
  readonly schema: Schema;
  readonly components: Components;
  readonly chance: Chance;
  /** Whether some id in the request names nothing, so that a well-formed body changes nothing. */
  readonly namesNothing: boolean;
  /** Of something that exists and is of another kind. */
  readonly otherId: string;
}

const bodiesMax = 50;
const nestedLevels = 1_000;
const listLength = 20_000;
const textLength = 100_000;
/** Stands for a number that JSON can write and no double can hold. */
const beyondNumbers = '@@1e999@@';

export const injections = [
  "'; DROP TABLE membership.person; --",
  "' OR '1'='1",
  '<script>alert(1)</script>',
  '${jndi:ldap://x/a}',
  '../../etc/passwd',
  '%s%n%x',
  '\\',
  '=cmd|calc',
] as const;

const nested: unknown = JSON.parse('['.repeat(nestedLevels) + ']'.repeat(nestedLevels));
const nestedObject: unknown = JSON.parse('{"a":'.repeat(nestedLevels) + '1' + '}'.repeat(nestedLevels));

/** About fifty bodies for a schema: some that are no JSON, some that are no such object, and some with one fault. */
export function malformedBodies(source: BodySource): MalformedBody[] {
  const { schema, components, chance } = source;
  const sample = sampleOf(schema, components, chance);
  const fields = fieldsOf(schema, components, sample);
  const whole = [...notJson(sample), ...poisoned(sample, fields)];
  const hostile = source.namesNothing ? chance.some(hostileOf(source, sample, fields), 10) : [];
  const faults = fields.flatMap((field) => faultsAt(field, sample));
  return [...whole, ...hostile, ...chance.some(faults, bodiesMax - whole.length - hostile.length)];
}

/** What is sent to a write that takes no body: its path names nothing, so that it is refused in any case. */
export function bodiesForNone(chance: Chance): MalformedBody[] {
  return chance.some([...notJson({ name: 'x' }), ...poisoned({ name: 'x' }, [])], 12);
}

function notJson(sample: unknown): MalformedBody[] {
  const text = JSON.stringify(sample);
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return [
    { what: 'cut off', body: text.slice(0, -1) },
    { what: 'nothing', body: '' },
    { what: 'two documents', body: text + text },
    { what: 'single quotes', body: "{'name':'x'}" },
    { what: 'NaN', body: '{"name":NaN}' },
    { what: 'invalid UTF-8', body: bytes('{"name":"', [0xc3, 0x28, 0xff], '","bogus":1}') },
    { what: 'UTF-16', body: new Uint8Array(Buffer.from(text, 'utf16le')) },
    { what: 'bytes of NUL', body: bytes([0, 0, 0, 0]) },
    { what: 'XML', body: '<name>x</name>', contentType: 'application/xml' },
    { what: 'a form', body: 'name=x', contentType: 'application/x-www-form-urlencoded' },
    { what: 'a multipart body without its boundary', body: text, contentType: 'multipart/form-data' },
  ];
}

/** Parsed, but not what the schema says as a whole. */
function poisoned(sample: unknown, fields: readonly Field[]): MalformedBody[] {
  const rest = JSON.stringify(sample).slice(1);
  const and = rest === '}' ? rest : `,${rest}`;
  const [first] = fields;
  const twice = first === undefined ? [] : [duplicated(rest, first)];
  return [
    ...twice,
    { what: 'a list of it', body: JSON.stringify([sample]), pointer: '' },
    { what: 'null', body: 'null' },
    { what: 'a text', body: '"text"' },
    { what: 'a number', body: '-0.5e10' },
    { what: '__proto__', body: `{"__proto__":{"isAdmin":true}${and}` },
    { what: 'constructor', body: `{"constructor":{"prototype":{"isAdmin":true}}${and}` },
    { what: 'an unknown field', body: `{"bogus":1${and}`, pointer: '/bogus' },
    { what: 'a method as a field', body: `{"toString":1,"hasOwnProperty":null${and}` },
    { what: 'a field without a name', body: `{"":1${and}` },
    { what: 'lists nested without end', body: `{"bogus":${JSON.stringify(nested)}${and}` },
    { what: 'objects nested without end', body: JSON.stringify(nestedObject) },
  ];
}

/** The later of two equal keys counts: it is the wrong one. */
function duplicated(rest: string, { path }: Field): MalformedBody {
  const name = JSON.stringify(path[0]);
  const body = `{${rest.slice(0, -1)},${name}:{"bogus":[1]}}`;
  return { what: `a second ${name} that is wrong`, body, pointer: `/${path[0]}` };
}

/** Each value that the schema forbids at a place. */
function faultsAt(field: Field, sample: unknown): MalformedBody[] {
  const pointer = field.path.map((step) => `/${step}`).join('');
  const wrong = wrongValues(field.schema);
  if (field.required) wrong.push(['missing', undefined]);
  return wrong.map(([what, value]) => ({
    what: `${pointer} is ${what}`,
    body: JSON.stringify(withValueAt(sample, field.path, value)).replace(`"${beyondNumbers}"`, '1e999'),
    pointer,
  }));
}

type Wrong = [what: string, value: unknown];

function wrongValues(schema: Schema): Wrong[] {
  const types = typesOf(schema);
  const is = (...names: string[]): boolean => names.some((name) => types.includes(name));
  const wrong: Wrong[] = [
    ['lists nested without end', nested],
    ['a list of lists', [[1], [null]]],
  ];
  if (!is('null')) wrong.push(['null', null]);
  if (!is('boolean')) wrong.push(['a flag', true]);
  if (!is('object')) wrong.push(['an object', { $gt: '' }], ['a constructor', { constructor: 1 }]);
  if (is('string')) wrong.push(...wrongTexts(schema));
  else wrong.push(['a text', '1'], ['an injection', injections[0]]);
  if (is('integer', 'number')) wrong.push(...wrongNumbers(schema, is('number')));
  else wrong.push(['a number', -1.5], ['zero', 0]);
  if (is('array')) {
    wrong.push(['a very long list of nothing', Array.from({ length: listLength }, () => null)]);
    if ((schema.minItems ?? 0) > 0) wrong.push(['an empty list', []]);
  }
  return wrong;
}

function wrongTexts(schema: Schema): Wrong[] {
  const { enum: words, format, pattern, maxLength, minLength = 0 } = schema;
  const wrong: Wrong[] = [
    ['half a surrogate pair', 'a\ud800b'],
    ['text with NUL', 'a\u0000b'],
    ['text that turns its direction', 'a\u202eb'],
  ];
  const isFree = [words, format, pattern].every((one) => one === undefined);
  if (!isFree || maxLength !== undefined) wrong.push(['a text without end', '长'.repeat(textLength)]);
  if (!isFree) wrong.push(...injections.map((text): Wrong => ['an injection', text]));
  if (minLength > 0) wrong.push(['an empty text', '']);
  if (words !== undefined) wrong.push(['a word that is none of them', 'constructor']);
  return [...wrong, ...(wrongByFormat[format ?? ''] ?? [])];
}

const noDates = ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-11-00', '99999-01-01'];

const wrongByFormat: Readonly<Record<string, readonly Wrong[]>> = {
  uuid: [
    ['almost an id', '019a9a5e-3c00-7000-8000-00000000000g'],
    ['an id in braces', '{019a9a5e-3c00-7000-8000-000000000001}'],
  ],
  date: noDates.map((day): Wrong => ['no date', day]),
  'date-time': [
    ...noDates.map((day): Wrong => ['no instant', `${day}T09:00:00+08:00`]),
    ['no hour', '2026-11-21T25:61:00Z'],
    ['a time of no zone', '2026-11-21T09:00:00'],
  ],
};

function wrongNumbers(schema: Schema, isFraction: boolean): Wrong[] {
  const wrong: Wrong[] = [
    ['beyond all numbers', beyondNumbers],
    ['a number as text', '1'],
  ];
  if (schema.maximum !== undefined) wrong.push(['huge', Number.MAX_VALUE], ['too large', schema.maximum + 1]);
  if (schema.minimum !== undefined)
    wrong.push(['hugely negative', -Number.MAX_VALUE], ['too small', schema.minimum - 1]);
  if (!isFraction) wrong.push(['a fraction', 1.5]);
  return wrong;
}

/** What the schema allows, and somebody hostile would try. */
function hostileOf(source: BodySource, sample: unknown, fields: readonly Field[]): MalformedBody[] {
  return fields.flatMap(({ path, schema }) =>
    hostileValues(schema, source).map((value) => ({
      what: `/${path.join('/')} is hostile`,
      body: JSON.stringify(withValueAt(sample, path, value)),
      wellFormed: true as const,
    })),
  );
}

function hostileValues(schema: Schema, { chance, otherId }: BodySource): readonly unknown[] {
  if (schema.enum !== undefined) return schema.enum;
  if (schema.format === 'uuid') return [otherId, '00000000-0000-0000-0000-000000000000', chance.uuid()];
  const [type] = typesOf(schema);
  if (type === 'string') return hostileByFormat[schema.format ?? ''] ?? hostileTexts(schema);
  if (type === 'number' || type === 'integer') return hostileNumbers(schema);
  // A map may have any keys, but not any values: some of these are refused for their shape.
  return type === 'object' && schema.properties === undefined ? hostileMaps : [];
}

const hostileByFormat: Readonly<Record<string, readonly string[]>> = {
  date: ['0001-01-01', '9999-12-31'],
  'date-time': ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999+08:00'],
};

function hostileNumbers({ minimum = -1e300, maximum = 1e300 }: Schema): readonly number[] {
  return [minimum, maximum, 0].filter((value) => value >= minimum && value <= maximum);
}

function hostileTexts({ maxLength = 200, pattern }: Schema): readonly string[] {
  if (pattern !== undefined) return [];
  return [...injections.filter((text) => text.length <= maxLength), '𠮷\u202e\ufeff'];
}

const hostileMaps: readonly unknown[] = [{ constructor: 1 }, { '': 1 }, { toString: 1e308, valueOf: -1e308 }];
