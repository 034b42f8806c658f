import createFetchClient, { type Client } from 'openapi-fetch';
import { isProblem, ProblemError, UnreachableError } from './problem.js';
import type { paths } from './schema.js';
import type { Transport } from './transport.js';

type Api = Client<paths, 'application/json'>;

/** The client, generated from the platform's own description: what compiles here exists there. */
export function createApi(baseUrl: string, transport: Transport): Api {
  return createFetchClient<paths, 'application/json'>({ baseUrl, fetch: transport });
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What the platform answered.
 * @throws ProblemError where it refuses, UnreachableError where what came back is not its own
 */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined) return data;
  if (isProblem(error)) throw new ProblemError(error);
  throw new UnreachableError(`status ${response.status}`);
}
