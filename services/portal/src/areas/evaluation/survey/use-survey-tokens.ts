import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { keptTokens } from './kept-tokens-here.js';
import { tokenOf } from './kept-tokens.js';
import { prepareToken, type SurveyKeys } from './prepare-token.js';
import { publishedKeysHash } from './published-keys.js';

/** How far this phone is with a survey; null as long as nothing was fetched. */
export function useKeptToken(personId: string, surveyId: string) {
  const text = useSyncExternalStore(keptTokens.subscribe, () => keptTokens.text(personId, surveyId));
  return useMemo(() => tokenOf(text), [text]);
}

/**
 * Fetches the token of whoever has begun to answer, while the questions are read. Not before: whoever only looks at a list
 * leaves no trace.
 */
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
  const { blindSignature } = await answerOf(
    api.POST('/api/v1/surveys/{surveyId}/tokens', {
      params: {
        path: { surveyId },
        header: { 'Idempotency-Key': new SubmitKey().for(blindedToken) },
      },
      body: { blindedToken },
    }),
  );
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
