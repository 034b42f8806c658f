import type {
  BoundByCapView,
  PoolView,
  SeatsView,
} from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { PoolRow } from './pool.entity.js';

/** @param boundBy the cap that leaves fewer seats than are free in the pool, if any */
export function poolViewOf(row: PoolRow, seats: SeatsView, boundBy: BoundByCapView | null): PoolView {
  const { id, version, activityId, name, unionId, clubId, sizeClasses, sex, offerHours } = row;
  return {
    id,
    version,
    activityId,
    name,
    unionId,
    clubId,
    sizeClasses,
    sex,
    seats,
    boundBy,
    opensAt: row.opensAt?.toISOString() ?? null,
    releasesAt: row.releasesAt?.toISOString() ?? null,
    releasedAt: row.releasedAt?.toISOString() ?? null,
    offerHours,
    promotionUntil: row.promotionUntil?.toISOString() ?? null,
  };
}

/** A time as sent; null if there was none. */
export function instantOf(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}
