import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { readOf } from '../../../api/use-read.js';
import { keptTokens } from '../survey/kept-tokens-here.js';
import { prepareToken } from '../survey/prepare-token.js';
import { publishedVoteKeysHash } from '../survey/published-keys.js';
import type { Vote } from './vote.model.js';

/** So often a page asks whether a vote has opened, or is counted. */
const soonMs = 2_000;

export function useVote(voteId: string) {
  return useQuery({
    ...readOf('vote', '/votes/{voteId}', { voteId }),
    refetchInterval: ({ state }) => (state.data !== undefined && changesSoon(state.data) ? soonMs : false),
  });
}

/** It is counted, or its time to open has come. */
function changesSoon({ state, opensAt }: Vote): boolean {
  return state === 'closing' || (state === 'scheduled' && Date.parse(opensAt) <= Date.now());
}

/** The public hash of the vote's keys, read without a sign-in. */
export function useVoteKeysHash({ id, state }: Vote) {
  return useQuery({
    queryKey: ['vote', 'keys', { voteId: id }],
    enabled: state !== 'scheduled' && state !== 'withdrawn',
    queryFn: () => publishedVoteKeysHash(location.origin, id),
    staleTime: Infinity,
  });
}

/** Takes the token once somebody begins to vote, unless it is here already. */
export function useVoteToken(personId: string, { id, publicKey, sealingKey }: Vote) {
  return useQuery({
    queryKey: ['voteToken', personId, id],
    enabled: publicKey !== null,
    queryFn: async () => {
      if (publicKey === null) return false;
      const survey = { id, publicKey, sealingKey };
      const keysHash = (voteId: string) => publishedVoteKeysHash(location.origin, voteId);
      await prepareToken({ kept: keptTokens, personId, survey, keysHash, sign });
      return true;
    },
    staleTime: Infinity,
  });
}

async function sign(voteId: string, blindedToken: string): Promise<string> {
  const input = { voteId, body: { blindedToken } };
  const key = new SubmitKey().for(blindedToken);
  const { blindSignature } = await request('post', '/votes/{voteId}/tokens', input, { key });
  return blindSignature;
}

/** What a choice is called: a candidate by their name. */
export function useChoiceName(): (choice: Vote['choices'][number]) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ key, name }) =>
      name ?? (key === 'yes' || key === 'no' || key === 'abstain' ? t(`vote.choice.${key}`) : key),
    [t],
  );
}
