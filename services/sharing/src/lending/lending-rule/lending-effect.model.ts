import type {
  LendingEffectView,
  LentToView,
  ReservedEffectView,
} from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import type { Period } from '@gongxiang/domain';
import { civilDate, midnightAround } from '../resource/civil-time.model.js';
import { type ReservedShare, stretchesOf } from './lending-rule.model.js';

/** The effect of a rule covers so many days before today. */
const weekdaysShared = 90;

/**
 * What some unions used of a resource within a time: the whole window (place 0), or a week or month of the share
 * (from 1).
 */
export interface HadTime {
  readonly place: number;
  readonly isSmall: boolean;
  readonly loans: number;
  /** Not rounded: only the sums are. */
  readonly hours: number;
}

/** A week or month with a reserved share. */
export interface SharedStretch extends Period {
  readonly openHours: number;
}

export interface ShareChange {
  readonly percent: number;
  /** In order; the places count from 1. */
  readonly stretches: readonly SharedStretch[];
}

/** The whole days in China that an effect covers. */
export function effectWindow(now: Date): Period {
  return { start: midnightAround(now, -weekdaysShared), end: midnightAround(now, 0) };
}

/**
 * The whole weeks or months of a window that began after the rule was last changed. All their days are released by
 * now.
 */
export function shareStretches(per: ReservedShare['per'], window: Period, changedAt: Date): Period[] {
  const since = changedAt > window.start ? changedAt : window.start;
  return stretchesOf({ start: since, end: window.end }, per).filter(
    ({ start, end }) => start >= since && end <= window.end,
  );
}

/** @param share null if nothing is reserved */
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
 * For each week or month, the hours of the share that small unions used are used, the rest is released; what others
 * used beyond their own hours came from the released part.
 */
function reservedEffect(
  { percent, stretches }: ShareChange,
  had: readonly HadTime[],
): ReservedEffectView | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  const sums = { reserved: 0, used: 0, releasedUsed: 0 };
  stretches.forEach(({ openHours }, index) => {
    const reserved = (openHours * percent) / 100;
    const used = Math.min(reserved, hadBy(had, index + 1, true).hours);
    const beyond = Math.max(0, hadBy(had, index + 1, false).hours - (openHours - reserved));
    sums.reserved += reserved;
    sums.used += used;
    sums.releasedUsed += Math.min(beyond, reserved - used);
  });
  const hours = Math.round(sums.reserved);
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
