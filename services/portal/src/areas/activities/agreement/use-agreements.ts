import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';

export type Agreement = components['schemas']['AgreementView'];
export type AgreementTerms = Agreement['terms'];
export type ProposeAgreement = components['schemas']['ProposeAgreementBody'];

/** A verdict usually comes within a second, and a live hint with it. Somebody waits for it, so the page does not rely on the hint alone. */
const verdictMs = 5_000;
const versionsMax = 100;

/** The versions of an activity's agreement, the newest first. */
export function useAgreements(activityId: string) {
  return useQuery({
    ...readOf('agreement', '/activities/{activityId}/agreements', { activityId, limit: versionsMax }),
    refetchInterval: ({ state }) => waitMsOf(state.data?.items ?? []),
  });
}

export function latestOf(versions: readonly Agreement[]): Agreement | undefined {
  return [...versions].sort((left, right) => right.versionNumber - left.versionNumber)[0];
}

function waitMsOf(versions: readonly Agreement[]): number | false {
  return versions.some(({ state, overdue }) => state === 'checking' && !overdue) ? verdictMs : false;
}
