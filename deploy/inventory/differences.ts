import type { Promises } from './promises.js';

/** What is called otherwise now, and is still the same: old name → new name. */
export interface Renames {
  /** Of OpenAPI. */
  readonly schemas?: Readonly<Record<string, string>>;
  readonly tests?: Readonly<Record<string, string>>;
}

/** @returns a line for each thing that is gone, new or other; none where both promise the same */
export function differencesOf(
  before: Promises,
  after: Promises,
  { schemas = {}, tests = {} }: Renames,
): string[] {
  const renamed = (text: string): string =>
    text.replace(
      /#\/components\/schemas\/(\w+)/g,
      (_all, name: string) => `#/components/schemas/${schemas[name] ?? name}`,
    );
  const old = {
    routes: mapped(before.routes, (name) => name, renamed),
    schemas: mapped(before.schemas, (name) => schemas[name] ?? name, renamed),
    tests: mapped(
      before.tests,
      (name) => tests[name] ?? name,
      (count) => count,
    ),
  };
  return [
    ...Object.entries(before.words).flatMap(([kind, words]: [string, readonly string[]]) =>
      ofLists(kind, words, after.words[kind as keyof Promises['words']]),
    ),
    ...ofTables('route', old.routes, after.routes),
    ...ofTables('schema', old.schemas, after.schemas),
    ...ofTables(
      'event schema',
      mapped(
        before.eventSchemas,
        (name) => schemas[name] ?? name,
        (text) => schemas[text] ?? renamed(text),
      ),
      after.eventSchemas,
    ),
    ...ofTables('test', old.tests, after.tests),
    ...ofTables('text', before.texts, after.texts),
    ...(['access', 'demo', 'pages', 'errors'] as const).flatMap((kind) =>
      ofLists(kind, before[kind], after[kind]),
    ),
    ...(before.assertions > after.assertions
      ? [`assertions: ${before.assertions} before, ${after.assertions} now`]
      : []),
  ];
}

function ofLists(kind: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((word) => !after.includes(word)).map((word) => `${kind}: gone: ${word}`),
    ...after.filter((word) => !before.includes(word)).map((word) => `${kind}: new: ${word}`),
  ];
}

type Table<Value> = Readonly<Record<string, Value>>;

function ofTables<Value extends string | number>(
  kind: string,
  before: Table<Value>,
  after: Table<Value>,
): string[] {
  const changed = Object.entries(before).filter(([name, value]) => name in after && after[name] !== value);
  return [
    ...ofLists(kind, Object.keys(before), Object.keys(after)),
    ...changed.map(([name, value]) => `${kind}: other: ${name}\n  ${value}\n  ${after[name]}`),
  ];
}

function mapped<Value>(
  table: Table<Value>,
  nameOf: (name: string) => string,
  valueOf: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [nameOf(name), valueOf(value)]));
}
