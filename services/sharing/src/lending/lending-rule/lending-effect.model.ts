import type {
  LendingEffectView,
  LentToView,
  ReservedEffectView,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import type { Period } from '@gongxiang/domain';
import { civilDate, midnightAround } from '../resource/civil-time.model.js';
import { type ReservedShare, stretchesOf } from './lending-rule.model.js';

/** What a rule did is told of so many days before today. */
const weekdaysShared = 90;

/** What some unions had of a resource within a time: the window itself (place 0), or a week or month of the share (from 1 on). */
export interface HadTime {
  readonly place: number;
  readonly isSmall: boolean;
  readonly loans: number;
  /** Not rounded: each sum is, once. */
  readonly hours: number;
}

/** A week or month of which a share is reserved. */
export interface SharedStretch extends Period {
  readonly openHours: number;
}

export interface ShareChange {
  readonly percent: number;
  /** In order, in the places from 1 on. */
  readonly stretches: readonly SharedStretch[];
}

/** The whole days in China that an effect is told of. */
export function effectWindow(now: Date): Period {
  return { start: midnightAround(now, -weekdaysShared), end: midnightAround(now, 0) };
}

/** The whole weeks or months of a window that began after the rule was last changed. All their days are released by now. */
export function shareStretches(per: ReservedShare['per'], window: Period, changedAt: Date): Period[] {
  const since = changedAt > window.start ? changedAt : window.start;
  return stretchesOf({ start: since, end: window.end }, per).filter(
    ({ start, end }) => start >= since && end <= window.end,
  );
}

/** @param share null where nothing is reserved */
export function effectOf(
  window: Period,
  share: ShareChange | null,
  had: readonly HadTime[],
): LendingEffectView {
  return {
    ...datesOf(window),
    small: lentTo(hadBy(had, 0, true)),
    others: lentTo(hadBy(had, 0, false)),
    reserved: share === null ? null : reservedEffect(share, had),
  };
}

/**
 * Of each week or month the hours of the share that small unions had are used, the rest is released; what others had beyond
 * the hours that were theirs from the beginning, they had of what was released.
 */
function reservedEffect(
  { percent, stretches }: ShareChange,
  had: readonly HadTime[],
): ReservedEffectView | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  const sums = { kept: 0, used: 0, releasedUsed: 0 };
  stretches.forEach(({ openHours }, index) => {
    const reserved = (openHours * percent) / 100;
    const used = Math.min(reserved, hadBy(had, index + 1, true).hours);
    const beyond = Math.max(0, hadBy(had, index + 1, false).hours - (openHours - reserved));
    sums.kept += reserved;
    sums.used += used;
    sums.releasedUsed += Math.min(beyond, reserved - used);
  });
  const hours = Math.round(sums.kept);
  const used = Math.round(sums.used);
  const released = hours - used;
  const releasedUsed = Math.min(released, Math.round(sums.releasedUsed));
  return { ...datesOf({ start: first.start, end: last.end }), hours, used, released, releasedUsed };
}

function hadBy(had: readonly HadTime[], place: number, isSmall: boolean): LentToView {
  return had.find((one) => one.place === place && one.isSmall === isSmall) ?? { loans: 0, hours: 0 };
}

function lentTo({ loans, hours }: LentToView): LentToView {
  return { loans, hours: Math.round(hours) };
}

function datesOf({ start, end }: Period): { from: string; until: string } {
  return { from: civilDate(start), until: civilDate(end) };
}
