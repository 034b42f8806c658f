import { problemIn } from '../../../api/transport.js';
import { ProblemError, UnreachableError } from '../../../api/problem.js';

/**
 * The public hash of a survey's keys. It is read without identity, so that no person can get another answer.
 * @returns SHA-256, in hex; null for a survey from before there was one
 * @throws UnreachableError, ProblemError
 */
export async function publishedKeysHash(baseUrl: string, surveyId: string): Promise<string | null> {
  const { keysHash } = await asked<{ readonly keysHash: string | null }>(
    `${baseUrl}/api/v1/public/surveys/${encodeURIComponent(surveyId)}/keys`,
  );
  return keysHash;
}

/** The same of one pool of a season. @returns null where there is no such pool */
export async function publishedPoolKeysHash(
  baseUrl: string,
  efficacySurveyId: string,
  poolId: string,
): Promise<string | null> {
  const { pools } = await asked<{ readonly pools: readonly { poolId: string; keysHash: string }[] }>(
    `${baseUrl}/api/v1/public/efficacy-surveys/${encodeURIComponent(efficacySurveyId)}/keys`,
  );
  return pools.find((one) => one.poolId === poolId)?.keysHash ?? null;
}

/** The same of a vote. @returns null until it opens */
export async function publishedVoteKeysHash(baseUrl: string, voteId: string): Promise<string | null> {
  const { keysHash } = await asked<{ readonly keysHash: string | null }>(
    `${baseUrl}/api/v1/public/votes/${encodeURIComponent(voteId)}/keys`,
  );
  return keysHash;
}

async function asked<View>(address: string): Promise<View> {
  let response: Response;
  try {
    response = await fetch(address, {
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
  return (await response.json()) as View;
}
