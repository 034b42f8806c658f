import type { MatchReasonCode } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { MatchReason } from '../../lending/need/want.model.js';

/**
 * The most that each criterion adds: 100 together. Our own policy. The function decides who is a candidate at all.
 *
 *     score = function 10 + business 10 + fit 20 + time 20 + right 10 + nearness 10 + cost 10 + earlier scores 5
 *             + small first 5 − 10 for each miss, and no less than 0
 *
 * Fit is shared by what is asked for: a skill, room, pieces, an audience. A want without a skill is read in the words of
 * title and text: these have 14 points of the 20, and the others share the 6 that are left.
 *
 *     words = ⌊14 · share⌋, or −(10 − ⌊10 · share / 0.3⌋), at most −1, where the share is below 0.3
 *     share = sum of weight · likeness / sum of weight, over the words that are sought
 *
 * Likeness is 1 for the same meaning in the title, 0.9 for a narrower one, 0.6 for the wider one, 0.4 for one beside it,
 * and three quarters of that in the description; see `lending/words/wanted.model.ts`. Another kind of thing is no
 * candidate: where a venue is named, no projector; where seats are asked for, nothing that may have none.
 *
 * Unknown facts neither add nor subtract. Points are whole and rounded down.
 */
export const matchPoints = {
  function: 10,
  business: 10,
  fit: 20,
  time: 20,
  right: 10,
  nearness: 10,
  cost: 10,
  earlier: 5,
  smallMicro: 5,
} as const;
/**
 * Subtracted for a miss: another business, too small, too few, taken, too far, too expensive, without the skill.
 */
export const missPoints = 10;

export function reason(
  code: MatchReasonCode,
  points: number,
  params: MatchReason['params'] = {},
): MatchReason {
  return { code, params, points };
}
