import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { SubmitKey } from '../../api/submit-key.js';
import { keptTokens } from './kept-tokens-here.js';
import { tokenOf } from './kept-tokens.js';
import { prepareToken, type SurveyKeys } from './prepare-token.js';
import { publishedKeysHash } from './published-keys.js';
import { useMe } from '../session/use-session.js';

/** How far this phone is with a survey; null as long as nothing was fetched. */
export function useKeptToken(personId: string, surveyId: string) {
  const text = useSyncExternalStore(keptTokens.subscribe, () => keptTokens.text(personId, surveyId));
  return useMemo(() => tokenOf(text), [text]);
}

/** Fetches the token while the questions are read, so that it is here long before the answers are sent. */
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

/**
 * Fetches the tokens of all surveys of a list when the list is opened: the moment in which a token is given, which the
 * platform notes, then tells nothing of the moment in which an answer comes.
 */
export function usePrepareTokens(surveys: readonly { readonly id: string }[] | undefined): void {
  const { data: me } = useMe();
  const personId = me?.personId;
  const ids = (surveys ?? []).map(({ id }) => id).join(' ');
  useEffect(() => {
    if (personId === undefined || ids === '') return undefined;
    const left = new AbortController();
    void prepareAll(personId, ids.split(' '), left.signal);
    return () => left.abort();
  }, [personId, ids]);
}

async function prepareAll(
  personId: string,
  surveyIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const surveyId of surveyIds) {
    const step = keptTokens.read(personId, surveyId)?.step ?? 'blinded';
    if (step !== 'blinded') continue;
    await idle();
    if (signal.aborted) return;
    try {
      const survey = await answerOf(
        api.GET('/api/v1/surveys/{surveyId}', { params: { path: { surveyId } }, signal }),
      );
      await prepareToken({ kept: keptTokens, personId, survey, sign, keysHash });
    } catch {
      // The page of the survey asks again, and says what is wrong if it still is.
    }
  }
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
