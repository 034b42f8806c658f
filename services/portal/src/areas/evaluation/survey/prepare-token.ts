import { ProblemError } from '../../../api/problem.js';
import { blindToken, finaliseToken, sha256Of } from './blind-token.js';
import type { KeptTokens } from './kept-tokens.js';

interface PrepareOptions {
  readonly kept: KeptTokens;
  readonly personId: string;
  readonly survey: SurveyKeys;
  /** The public hash of the survey's keys, read without a sign-in. */
  readonly keysHash: (surveyId: string) => Promise<string | null>;
  /** Has a blinded token signed, in the person's name. @returns the blind signature, base64 */
  readonly sign: (surveyId: string, blindedToken: string) => Promise<string>;
}

/** The keys that the platform gave this person. */
export interface SurveyKeys {
  readonly id: string;
  readonly publicKey: { readonly [name: string]: unknown };
  readonly sealingKey: string | null;
}

/** Keys other than the public ones would identify this person's answers. */
export class OtherKeysError extends Error {
  override readonly name = 'OtherKeysError';
}

/**
 * Fetches the one token of a person for one survey, unless it is here already. What was blinded is kept before it is sent:
 * where the answer is lost, the same value asked for again gets the same signature.
 * @throws ProblemError where the platform refuses, such as `NOT_ATTENDED`; OtherKeysError before anything is blinded
 */
export function prepareToken(options: PrepareOptions): Promise<void> {
  const { kept, personId, survey } = options;
  return alone(`gongxiang.survey.${personId}.${survey.id}`, async () => {
    const before = kept.read(personId, survey.id);
    if (before !== null && before.step !== 'blinded') return;
    await requireCommonKeys(options);
    const blinded = before ?? { step: 'blinded' as const, ...(await blindToken(survey.publicKey)) };
    kept.write(personId, survey.id, blinded);
    const blindSignature = await signatureOf(options, blinded.blindedToken);
    if (blindSignature === null) {
      kept.write(personId, survey.id, { step: 'over', why: 'issuedElsewhere' });
      return;
    }
    const signature = await finaliseToken(survey.publicKey, blinded, blindSignature);
    kept.write(personId, survey.id, { step: 'ready', token: blinded.token, signature });
  });
}

async function requireCommonKeys({ survey, keysHash }: PrepareOptions): Promise<void> {
  const { n, e } = survey.publicKey;
  const own = await sha256Of([n, e, survey.sealingKey].join('.'));
  if (own !== (await keysHash(survey.id))) throw new OtherKeysError();
}

/** @returns null where another device has the person's token */
async function signatureOf({ sign, survey }: PrepareOptions, blindedToken: string): Promise<string | null> {
  try {
    return await sign(survey.id, blindedToken);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'TOKEN_ALREADY_ISSUED') return null;
    throw error;
  }
}

/** Two tabs at once would blind two tokens, of which one is lost. Without locks there is one tab, on a page without https. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks === undefined ? work() : locks.request(name, work);
}
