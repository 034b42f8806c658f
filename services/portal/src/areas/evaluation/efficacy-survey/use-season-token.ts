import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { askingIdOf } from '../survey/asking-id.js';
import { keptTokens } from '../survey/kept-tokens-here.js';
import { prepareToken } from '../survey/prepare-token.js';
import { publishedPoolKeysHash } from '../survey/published-keys.js';
import type { MyInvitation } from './use-efficacy-surveys.js';

/**
 * Takes the token of one party, unless it is here already: from then on the party answers pooled.
 * @param isWanted once somebody has begun to answer so
 */
export function useSeasonToken(personId: string, invitation: MyInvitation, isWanted: boolean) {
  const { pool, efficacySurveyId } = invitation;
  const id = askingIdOf(invitation);
  return useQuery({
    queryKey: ['seasonToken', personId, id, pool?.id],
    enabled: isWanted && pool !== null,
    queryFn: async () => {
      if (pool === null) return false;
      await prepareToken({
        kept: keptTokens,
        personId,
        survey: { id, publicKey: pool.publicKey, sealingKey: pool.sealingKey },
        keysHash: () => publishedPoolKeysHash(location.origin, efficacySurveyId, pool.id),
        sign: (_id, blindedToken) => sign(invitation, blindedToken),
      });
      return true;
    },
    staleTime: Infinity,
  });
}

/** Its token was taken here, and is still to be answered with. */
export function waitsHere(personId: string, invitation: MyInvitation): boolean {
  const step = keptTokens.read(personId, askingIdOf(invitation))?.step;
  return step !== undefined && step !== 'over';
}

/** Only the device that sent it knows, not the platform. */
export function isSentFromHere(personId: string, invitation: MyInvitation): boolean {
  const kept = keptTokens.read(personId, askingIdOf(invitation));
  return kept?.step === 'over' && kept.why === 'sent';
}

async function sign({ efficacySurveyId, kind, party }: MyInvitation, blindedToken: string): Promise<string> {
  const body = { kind, partyKind: party.kind, partyId: party.id, blindedToken };
  const { blindSignature } = await request(
    'post',
    '/efficacy-surveys/{efficacySurveyId}/tokens',
    { efficacySurveyId, body },
    { key: new SubmitKey().for(blindedToken) },
  );
  return blindSignature;
}
