import type {
  DrawEntryView,
  DrawStateData,
  DrawView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { ActivityRow, DrawRef } from '../../activities/activity/activity.entity.js';
import type { DrawEntryRow, DrawRow } from './draw.entity.js';

/** @param mine the entry of whoever looks at it */
export function drawViewOf(row: DrawRow, activity: ActivityRow, mine: DrawEntryRow | null): DrawView {
  const { id, version, activityId, fairShareDays, commitment, entries, winners, settled, listHash } = row;
  const { title: activityTitle, unionId, timeZone } = activity;
  // Until its work comes to it, a draw of an activity that was called off looks open.
  const isCalledOff = row.state === 'open' && activity.state === 'cancelled';
  return {
    id,
    version,
    activityId,
    activityTitle,
    unionId,
    timeZone,
    state: isCalledOff ? 'cancelled' : row.state,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    fairShareDays,
    commitment,
    entries,
    winners,
    settled,
    listHash,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    drawnAt: row.drawnAt?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    mine: mine && entryViewOf(mine, row),
  };
}

/** What was drawn is told once it is given. */
export function entryViewOf(entry: DrawEntryRow, draw: Pick<DrawRow, 'state'>): DrawEntryView {
  const { drawId, state, token, salt, heads, timesCame, weight, outReason } = entry;
  const isDrawn = draw.state === 'drawn';
  return {
    drawId,
    state,
    token,
    salt,
    heads,
    weight,
    timesCame,
    outReason,
    enteredAt: entry.enteredAt.toISOString(),
    place: isDrawn ? entry.place : null,
    result: isDrawn ? entry.result : null,
  };
}

/** What every other service may know of a draw, and what the audit trail keeps. */
export function drawStateOf(row: DrawRow): DrawStateData & Record<string, unknown> {
  const { id, version, activityId, state, fairShareDays, commitment, listHash, entries, winners } = row;
  return {
    id,
    version,
    activityId,
    state,
    fairShareDays,
    commitment,
    listHash,
    entries,
    winners,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
  };
}

/** What the activity knows of it. */
export function drawRefOf(row: DrawRow): DrawRef | null {
  if (row.state === 'cancelled') return null;
  return {
    id: row.id,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    decides: row.state !== 'drawn',
  };
}
