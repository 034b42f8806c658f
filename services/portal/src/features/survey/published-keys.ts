import { problemIn } from '../../api/transport.js';
import { ProblemError, UnreachableError } from '../../api/problem.js';

/**
 * What everybody is told of a survey's keys. Asked from nobody, so that nobody can be told anything else.
 * @returns SHA-256, in hex; null for a survey from before there was one
 * @throws UnreachableError, ProblemError
 */
export async function publishedKeysHash(baseUrl: string, surveyId: string): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch(`${baseUrl}/api/v1/public/surveys/${encodeURIComponent(surveyId)}/keys`, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    throw new UnreachableError('the platform could not be reached', { cause: error });
  }
  if (!response.ok) {
    const problem = await problemIn(response);
    throw problem === null ? new UnreachableError() : new ProblemError(problem);
  }
  const { keysHash } = (await response.json()) as { readonly keysHash: string | null };
  return keysHash;
}
