import type { MatchReasonCode } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { MatchReason } from '../../lending/need/want.model.js';

/**
 * The most that each criterion adds: 100 together. Our own policy. The function decides who is a candidate at all.
 *
 *     score = function 10 + business 10 + fit 20 + time 20 + right 10 + nearness 10 + cost 10 + earlier scores 5
 *             + small first 5 − 10 for each miss, and no less than 0
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
