import { problemIn } from '../../../api/transport.js';
import { textOf } from './base64.js';
import { surveyIdIn } from './asking-id.js';
import type { Answers, Ending, KeptToken, KeptTokens, Submission } from './kept-tokens.js';

/** `kept`: it could not be sent now; `refused`: it does not fit the questions. */
export type Outcome = Ending | 'kept' | 'refused';

const receiptBytes = 32;

/**
 * Answers as they wait to be sent, however often that takes.
 * @param poolId of a season's
 */
export function outgoing(
  { token, signature }: Pick<Submission, 'token' | 'signature'>,
  answers: Answers,
  poolId?: string,
): Extract<KeptToken, { step: 'outgoing' }> {
  const receipt = textOf(crypto.getRandomValues(new Uint8Array(receiptBytes)));
  const pool = poolId === undefined ? {} : { poolId };
  return { step: 'outgoing', token, signature, receipt, answers, ...pool };
}

/** A ballot as it waits to be sent. */
export function outgoingBallot(
  token: Pick<Submission, 'token' | 'signature'>,
  choices: readonly string[],
): KeptToken {
  const answers = Object.fromEntries(choices.map((key) => [key, 1]));
  return { ...outgoing(token, answers), isBallot: true };
}

/**
 * Sends answers from nobody: no session, no cookie, no key that would reveal a repetition, no page that it came
 * from, and nothing in the body but token, signature, receipt and answers. Not by the client of the portal, which signs what it sends.
 * @param askingId of the survey, or of the party that a season asks: {@link askingIdOf}
 */
export async function sendAnswers(
  baseUrl: string,
  askingId: string,
  submission: Submission,
): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(
      `${baseUrl}/api/v1/${pathOf(encodeURIComponent(surveyIdIn(askingId)), submission)}`,
      {
        method: 'POST',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(bodyOf(submission)),
      },
    );
  } catch {
    return 'kept'; // no network: the answers wait on the phone
  }
  return outcomeOf(response);
}

function pathOf(id: string, { poolId, isBallot }: Submission): string {
  if (isBallot) return `votes/${id}/ballots`;
  return poolId === undefined ? `surveys/${id}/responses` : `efficacy-surveys/${id}/responses`;
}

function bodyOf({ token, signature, receipt, answers, poolId, isBallot }: Submission): object {
  const said = isBallot ? { choices: Object.keys(answers) } : { answers };
  return { poolId, token, signature, receipt, ...said };
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.ok) return 'sent';
  const code = (await problemIn(response))?.code;
  if (code === 'TOKEN_USED') return 'used';
  if (code === 'SURVEY_NOT_OPEN' || code === 'VOTE_NOT_OPEN' || code === 'NOT_FOUND') return 'late';
  return code === undefined || response.status >= 500 || response.status === 429 ? 'kept' : 'refused';
}

/**
 * Sends what waits for one survey and keeps what became of it; what was sent is removed.
 * @returns null where nothing waits
 */
export async function deliver(
  kept: KeptTokens,
  { personId, surveyId }: { readonly personId: string; readonly surveyId: string },
  send: (surveyId: string, submission: Submission) => Promise<Outcome>,
): Promise<Outcome | null> {
  const waiting = kept.read(personId, surveyId);
  if (waiting?.step !== 'outgoing') return null;
  const outcome = await send(surveyId, waiting);
  const after = afterwards(waiting, outcome);
  if (after === null) return outcome;
  if (outcome === 'refused') kept.writeDraft(personId, surveyId, waiting.answers);
  kept.write(personId, surveyId, after);
  return outcome;
}

/** @returns null where nothing changes */
function afterwards({ token, signature }: Submission, outcome: Outcome): KeptToken | null {
  if (outcome === 'kept') return null;
  if (outcome !== 'refused') return { step: 'over', why: outcome };
  return { step: 'ready', token, signature, wasRefused: true };
}
