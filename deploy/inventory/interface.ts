/** An OpenAPI document, as much of it as a client can be broken by. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The schemas of events, by the subjects that they are published on. */
export interface EventDocument {
  readonly events: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The interface of a release in short: what later ones are held to. */
export interface Interface {
  readonly operations: Readonly<Record<string, PromisedOperation>>;
  readonly schemas: Readonly<Record<string, PromisedSchema>>;
  /** Schemas by subject. */
  readonly events: Readonly<Record<string, string>>;
  readonly eventSchemas: Readonly<Record<string, PromisedSchema>>;
}

interface PromisedOperation {
  /** `<method> <path>` */
  readonly at: string;
  /** `<place> <name>` */
  readonly parameters: readonly string[];
  readonly needed: readonly string[];
  /** Schemas by media type. */
  readonly asked: Readonly<Record<string, string>>;
  /** Schemas by status and media type. */
  readonly answered: Readonly<Record<string, string>>;
}

interface PromisedSchema {
  readonly isAsked: boolean;
  readonly required: readonly string[];
  /** What each field may be, without what is said of it. */
  readonly fields: Readonly<Record<string, string>>;
}

export function interfaceOf(document: Document, events: EventDocument): Interface {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [
      one.operationId,
      operationOf(`${method.toUpperCase()} ${path}`, one),
    ]),
  );
  return {
    operations: Object.fromEntries(operations) as Interface['operations'],
    schemas: schemasOf(document.components.schemas, askedSchemas(document)),
    events: events.events,
    eventSchemas: schemasOf(events.schemas, new Set()),
  };
}

function schemasOf(
  schemas: Readonly<Record<string, Schema>>,
  asked: ReadonlySet<string>,
): Readonly<Record<string, PromisedSchema>> {
  const promised = Object.entries(schemas).map(([name, { properties = {}, required = [] }]) => [
    name,
    {
      isAsked: asked.has(name),
      required: [...required].sort(),
      fields: Object.fromEntries(Object.entries(properties).map(([field, one]) => [field, signatureOf(one)])),
    },
  ]);
  return Object.fromEntries(promised) as Readonly<Record<string, PromisedSchema>>;
}

function operationOf(at: string, { parameters = [], requestBody, responses }: Operation): PromisedOperation {
  const named = parameters.map((one) => ({ ...one, key: `${one.in} ${one.name}` }));
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([type, { schema }]) => [`${status} ${type}`, signatureOf(schema ?? {})]),
  );
  const bodies = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [
    type,
    signatureOf(schema ?? {}),
  ]);
  return {
    at,
    parameters: named.map(({ key }) => key).sort(),
    needed: named
      .filter(({ required }) => required === true)
      .map(({ key }) => key)
      .sort(),
    asked: Object.fromEntries(bodies) as Record<string, string>,
    answered: Object.fromEntries(answers) as Record<string, string>,
  };
}

/** Those that a body names, and those that these name. */
function askedSchemas({ paths, components }: Document): ReadonlySet<string> {
  const namesIn = (part: unknown): string[] =>
    [...(JSON.stringify(part) ?? '').matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const waiting = operations.flatMap(({ requestBody }) => namesIn(requestBody));
  const asked = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (asked.has(name)) continue;
    asked.add(name);
    waiting.push(...namesIn(components.schemas[name]));
  }
  return asked;
}

const words = new Set(['description', 'example', 'examples', 'title']);

function signatureOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) => (words.has(key) ? undefined : value));
}

/**
 * What of an interface a client that was written for the release can no longer rely on, each in a sentence that begins with the
 * operation, the schema or the subject of the event. What is added breaks nobody, nor does another value of an enumeration.
 */
export function breaksOf(released: Interface, current: Interface): string[] {
  const operations = Object.entries(released.operations).flatMap(([id, before]) => {
    const after = current.operations[id];
    return after === undefined ? [`${id}: gone`] : operationBreaks(id, before, after);
  });
  const schemas = (['schemas', 'eventSchemas'] as const).flatMap((kind) =>
    Object.entries(released[kind]).flatMap(([name, before]) => {
      const after = current[kind][name];
      return after === undefined ? [] : schemaBreaks(name, before, after);
    }),
  );
  const events = Object.entries(released.events)
    .filter(([subject, schema]) => current.events[subject] !== schema)
    .map(([subject]) => `${subject}: gone, or of another schema`);
  return [...operations, ...schemas, ...events];
}

function operationBreaks(id: string, before: PromisedOperation, after: PromisedOperation): string[] {
  const isKnown = (key: string): boolean => before.needed.includes(key);
  return [
    ...(before.at === after.at ? [] : [`${id}: is at ${after.at}, no longer at ${before.at}`]),
    ...after.needed.filter((key) => !isKnown(key)).map((key) => `${id}: needs ${key}`),
    ...before.parameters
      .filter((key) => !after.parameters.includes(key))
      .map((key) => `${id}: no longer takes ${key}`),
    ...changed(before.asked, after.asked).map((type) => `${id}: takes another body as ${type}`),
    ...changed(before.answered, after.answered).map((type) => `${id}: answers otherwise with ${type}`),
  ];
}

function schemaBreaks(name: string, before: PromisedSchema, after: PromisedSchema): string[] {
  const needed = after.isAsked ? after.required.filter((field) => !before.required.includes(field)) : [];
  const optional = after.isAsked ? [] : before.required.filter((field) => !after.required.includes(field));
  return [
    ...needed.map((field) => `${name}: needs ${field}`),
    ...optional.map((field) => `${name}: may be without ${field}`),
    ...changed(before.fields, after.fields).map((field) => `${name}: ${field} is gone, or something else`),
  ];
}

function changed(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(before)
    .filter(([key, signature]) => !isSame(signature, after[key]))
    .map(([key]) => key);
}

/** Equal, but for values that an enumeration has got besides. */
function isSame(before: string, after: string | undefined): boolean {
  if (after === undefined) return false;
  if (before === after) return true;
  const [one, other] = [before, after].map((text) => JSON.parse(text) as Schema);
  const [{ enum: values, ...rest }, { enum: more, ...others }] = [one ?? {}, other ?? {}];
  if (JSON.stringify(rest) !== JSON.stringify(others)) return false;
  return values !== undefined && more !== undefined && values.every((value) => more.includes(value));
}
