import { createHash } from 'node:crypto';
import { injections } from './malformed-bodies.js';
import { type Chance, type Schema, typesOf } from './malformed-schema.js';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** A path with its query. */
export interface MalformedAddress {
  readonly what: string;
  readonly address: string;
  /** Hostile alone: a list may answer it. */
  readonly wellFormed?: true;
}

const idsMax = 10;
const queriesMax = 30;

/** The path with ids that nothing has. */
export function pathToNothing(template: string, chance: Chance): string {
  return template
    .replace('{service}', 'membership')
    .replace('{key}', `${chance.uuid()}.pdf`)
    .replace('{redeemToken}', 'A'.repeat(43))
    .replace('{linkToken}', 'A'.repeat(43))
    .replace('{deviceKey}', 'A'.repeat(43))
    .replace('{judgeToken}', 'A'.repeat(43))
    .replace(/\{\w+\}/g, () => chance.uuid());
}

/** Paths whose ids are none. */
export function malformedPaths(template: string, chance: Chance): MalformedAddress[] {
  const names = template.match(/\{\w+\}/g) ?? [];
  return names.flatMap((name) =>
    chance.some(noIds, idsMax).map((id) => ({
      what: `${name} is no id`,
      address: pathToNothing(template.replace(name, id), chance),
    })),
  );
}

const noIds = [
  'abc',
  '0',
  '-1',
  '1e999',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '%00',
  '%ff',
  '%zz',
  '%',
  '%ed%a0%80',
  '..%2f..%2fetc%2fpasswd',
  '%7B%7D',
  '019a9a5e-3c00-7000-8000-00000000000g',
  '%F0%9F%92%A9',
  'a'.repeat(150),
  'a'.repeat(5_000),
  '文'.repeat(60),
  `019a9a5e-3c00-7000-8000-000000000001%00`,
  ...injections.map((text) => encodeURIComponent(text)),
];

/** Query strings that a list must refuse, and hostile ones that it may answer. */
export function malformedQueries(
  path: string,
  parameters: readonly Parameter[],
  chance: Chance,
): MalformedAddress[] {
  const known = parameters.filter((one) => one.in === 'query');
  const needed = known.filter((one) => one.required).map((one) => `${one.name}=${right(one.schema, chance)}`);
  const to = (what: string, query: string): MalformedAddress => {
    const names = query.split('&').map((part) => part.split('=')[0]);
    const others = needed.filter((one) => !names.includes(one.split('=')[0]));
    return { what, address: `${path}?${[...others, query].join('&')}` };
  };
  const whole = [
    to('an unknown filter', 'colour=red'),
    to('a prototype key', '__proto__=1'),
    to('a field of a filter', `${known[0]?.name ?? 'a'}[$ne]=1`),
    to('a constructor', 'constructor=1'),
  ];
  const faults = known.flatMap(({ name, schema }) => [
    ...wrongOf(name, schema).map((value) => to(`${name} is wrong`, `${name}=${value}`)),
    to(`two of ${name}`, `${name}=${right(schema, chance)}&${name}=${right(schema, chance)}`),
  ]);
  const hostile = known.flatMap(({ name, schema }) =>
    hostileOf(name, schema).map((value) => ({
      ...to(`${name} is hostile`, `${name}=${value}`),
      wellFormed: true as const,
    })),
  );
  return [...whole, ...chance.some(faults, queriesMax), ...chance.some(hostile, queriesMax)];
}

function right(schema: Schema, chance: Chance): string {
  if (schema.enum !== undefined) return String(schema.enum[0]);
  if (schema.format === 'uuid') return chance.uuid();
  if (schema.format === 'date') return '2026-11-21';
  if (schema.format === 'date-time') return '2026-11-21T09:00:00Z';
  return typesOf(schema).includes('integer') ? '1' : 'x';
}

function wrongOf(name: string, schema: Schema): readonly string[] {
  const encoded = injections.map((text) => encodeURIComponent(text));
  const never = ['', '%00', 'a%00b'];
  if (name === 'cursor') return [...never, ...encoded, ...madeUpCursors, 'A'.repeat(600)];
  if (typesOf(schema).includes('integer')) return [...never, ...encoded, ...notWithin(schema)];
  if (schema.format?.startsWith('date'))
    return [...never, ...encoded, '2026-02-30', '2026-13-01', '1', 'null'];
  if (schema.format === 'uuid' || schema.enum !== undefined || schema.pattern !== undefined)
    return [...never, ...encoded, ...unfitting(schema)];
  return [...never, 'x'.repeat(5_000)];
}

/** A pattern may allow some of them, as that of a topic does. */
function unfitting({ pattern }: Schema): readonly string[] {
  const words = ['abc', '__proto__', 'constructor', 'null', 'x'.repeat(5_000)];
  return pattern === undefined ? words : words.filter((word) => !new RegExp(pattern).test(word));
}

/** Of a list's limit where the document names no bounds. */
function notWithin({ minimum = 1, maximum = 200 }: Schema): readonly string[] {
  const beyond = [minimum - 1, maximum + 1].map(String);
  return [...beyond, '1.5', '1e999', 'NaN', 'Infinity', '1,2', '0x', '9'.repeat(400), 'null'];
}

function hostileOf(name: string, schema: Schema): readonly string[] {
  if (name === 'cursor') return forgedCursors;
  if (schema.format === 'date-time') return ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z'];
  if (schema.format === 'date') return ['0001-01-01', '9999-12-31'];
  if (schema.enum !== undefined || schema.format !== undefined || !typesOf(schema).includes('string'))
    return [];
  return [
    ...injections.map((text) => encodeURIComponent(text)),
    '%25',
    '_',
    '%5C',
    '%ff',
    '%ed%a0%80',
    '%E2%80%AE',
  ];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

const madeUpCursors = [
  'garbage',
  '____',
  base64('[]'),
  base64('{"id":1}'),
  base64('00000000["a","b"]'),
  base64('null'),
];

/** With the check that our own cursors have, over values that the columns of most lists cannot read. */
const forgedCursors = [
  ['x'],
  [1],
  [null],
  ['x', 'y'],
  [1, 2],
  [null, null],
  ['a\u0000', 'b'],
  [1e308, 'x'],
  ['\ud800', 'x'],
  ['x', 'y', 'z'],
  [null, null, null],
  ['2026-13-45', 'abc'],
  ['9'.repeat(50), '-1'],
  [],
  {},
  'x',
  [[], {}],
].map((values) => {
  const json = JSON.stringify(values);
  return base64(createHash('sha256').update(json).digest('hex').slice(0, 8) + json);
});
