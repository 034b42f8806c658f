import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { request } from '../../../api/request.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { keptTokens } from './kept-tokens-here.js';
import { tokenOf } from './kept-tokens.js';
import { prepareToken, type SurveyKeys } from './prepare-token.js';
import { publishedKeysHash } from './published-keys.js';

/** How far this phone is with a survey; null until it has a token. */
export function useKeptToken(personId: string, surveyId: string) {
  const text = useSyncExternalStore(keptTokens.subscribe, () => keptTokens.text(personId, surveyId));
  return useMemo(() => tokenOf(text), [text]);
}

/** Fetches the token once somebody begins to answer, while they read the questions. Not before: looking at a list leaves no trace. */
export function usePrepareToken(personId: string, survey: SurveyKeys) {
  return useQuery({
    queryKey: ['surveyToken', personId, survey.id],
    queryFn: async () => {
      await idle();
      await prepareToken({ kept: keptTokens, personId, survey, sign, keysHash });
      return true;
    },
    staleTime: Infinity,
  });
}

const keysHash = (surveyId: string): Promise<string | null> => publishedKeysHash(location.origin, surveyId);

async function sign(surveyId: string, blindedToken: string): Promise<string> {
  const input = { surveyId, body: { blindedToken } };
  const key = new SubmitKey().for(blindedToken);
  const { blindSignature } = await request('post', '/surveys/{surveyId}/tokens', input, { key });
  return blindSignature;
}

const idleMsMax = 2_000;

/** Blinding takes some 45 ms, in which nothing on the page would move. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: idleMsMax });
    } else setTimeout(resolve, 0); // Safari
  });
}
