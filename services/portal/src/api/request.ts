import { answerOf } from './client.js';
import { api } from './platform.js';
import type { paths } from './schema.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Addresses are written without this. */
const base = '/api/v1';
type Base = typeof base;

/** The addresses that answer to the method, such as `/loans/{loanId}/approve`. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }>
    ? P extends `${Base}${infer Short}`
      ? Short
      : never
    : never;
}[keyof paths];

export type Operation<M extends Method, P extends string> = `${Base}${P}` extends infer Full extends
  keyof paths
  ? paths[Full][M]
  : never;

type Named<Op, In extends string> = Op extends { parameters: Record<In, infer T extends object> }
  ? T
  : unknown;
type Asked<Op> = Op extends { parameters: { query?: infer T } } ? (T extends object ? T : unknown) : unknown;
type Sent<Op> = Op extends { requestBody: { content: { 'application/json': infer T } } }
  ? { readonly body: T }
  : Op extends { requestBody?: infer Optional }
    ? [NonNullable<Optional>] extends [{ content: { 'application/json': infer T } }]
      ? [NonNullable<Optional>] extends [never]
        ? unknown
        : { readonly body?: T }
      : unknown
    : unknown;
type Seen<Op> = Op extends { parameters: { header: { 'If-Match': string } } }
  ? { readonly version: number }
  : Op extends { parameters: { header: infer Headers } }
    ? 'If-Match' extends keyof Headers
      ? { readonly version?: number }
      : unknown
    : unknown;

/** What a read is asked with: what stands in its address, and its query. */
export type Params<Op> = Named<Op, 'path'> & Asked<Op>;

/**
 * What a command is called with: what stands in its address, its query, its `body`, and `version`, that of what the person had
 * before their eyes, where the platform wants it (If-Match).
 */
export type Input<Op> = Params<Op> & Sent<Op> & Seen<Op>;

type Content<Response> = Response extends { content: { 'application/json': infer T } } ? T : never;

/** What comes back. */
export type Answer<Op> = Op extends { responses: infer All }
  ? Content<All[keyof All & (200 | 201 | 202)]>
  : never;

interface Sending {
  /** The Idempotency-Key of a command. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

type Values = Readonly<Record<string, unknown>>;
type AnyCall = (
  method: Method,
  path: string,
  init: object,
) => Promise<{ data?: unknown; response: Response }>;

/**
 * Calls an operation. Names that stand in the address go there, others into the query.
 * @throws ProblemError where the platform refuses, UnreachableError where what came back is not its own
 */
export async function request<M extends Method, P extends PathWith<M>>(
  method: M,
  path: P,
  { version, body, ...named }: { readonly version?: number; readonly body?: unknown } & Values,
  { key, signal }: Sending,
): Promise<Answer<Operation<M, P>>> {
  const entries = Object.entries(named);
  const isInPath = ([name]: [string, unknown]): boolean => path.includes(`{${name}}`);
  const params = {
    path: Object.fromEntries(entries.filter(isInPath)),
    query: Object.fromEntries(entries.filter((entry) => !isInPath(entry))),
    header: {
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
  };
  // The types above have matched input and operation; the client would ask for each of its operations by its own.
  const call = api.request as unknown as AnyCall;
  return (await answerOf(call(method, `${base}${path}`, { params, body, signal }))) as Answer<
    Operation<M, P>
  >;
}
