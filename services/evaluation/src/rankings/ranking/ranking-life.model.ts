import type { RankingState } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { dayMs, DomainError, hourMs } from '@gongxiang/domain';

export type RankingVerb =
  'publish' | 'appeal' | 'uphold' | 'outdate' | 'finalise' | 'revise' | 'supersede' | 'withdraw';

/**
 * The whole life of a ranking. It counts when it is final. What was found to be wrong is followed by a revision of its
 * own, and stays beside it.
 */
export const rankingLife: Readonly<
  Record<RankingVerb, { readonly from: readonly RankingState[]; readonly to: RankingState | 'same' }>
> = {
  publish: { from: ['draft'], to: 'notice' },
  appeal: { from: ['notice'], to: 'same' },
  uphold: { from: ['notice', 'revising'], to: 'revising' },
  outdate: { from: ['notice'], to: 'revising' },
  finalise: { from: ['notice'], to: 'final' },
  revise: { from: ['revising', 'final', 'withdrawn'], to: 'same' },
  supersede: { from: ['revising', 'final'], to: 'superseded' },
  withdraw: { from: ['draft', 'notice', 'revising', 'final'], to: 'withdrawn' },
};

/** @throws DomainError 409 `ILLEGAL_TRANSITION` naming the state and the step */
export function nextRankingState(state: RankingState, verb: RankingVerb): RankingState {
  const { from, to } = rankingLife[verb];
  if (!from.includes(state)) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step: verb } });
  return to === 'same' ? state : to;
}

/** Whether it may still come to count: then it matters that the scores it rests on are those that stand. */
export function isPending(state: RankingState): boolean {
  return state === 'draft' || state === 'notice' || state === 'revising';
}

/** Whether readers may still rely on it: then they are told where scores behind it have been revised. */
export function isReliedOn(state: RankingState): boolean {
  return isPending(state) || state === 'final';
}

interface Noticed {
  readonly state: RankingState;
  readonly noticeEndsAt: Date | null;
}

/** Whether it becomes final now: its time of notice is over, and nobody waits for an answer. */
export function isToBeFinal({ state, noticeEndsAt }: Noticed, openAppeals: number, now: Date): boolean {
  return state === 'notice' && noticeEndsAt !== null && noticeEndsAt <= now && openAppeals === 0;
}

const shanghaiAheadMs = 8 * hourMs;

/**
 * When a notice of so many days ends: at the midnight, in Shanghai, after the last of so many whole days. The day on which
 * it begins is not counted.
 */
export function noticeEnd(from: Date, days: number): Date {
  const today = Math.floor((from.getTime() + shanghaiAheadMs) / dayMs);
  return new Date((today + 1 + days) * dayMs - shanghaiAheadMs);
}
