import type {
  DrawEntryView,
  DrawStateData,
  DrawView,
  MyDrawEntryView,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { ActivityRow, DrawRef } from '../../activities/activity/activity.entity.js';
import type { DrawEntryRow, DrawRow } from './draw.entity.js';
import type { OwnEntry } from './draw-entry.repository.js';

/** @param mine the viewer's own entry */
export function drawViewOf(row: DrawRow, activity: ActivityRow, mine: DrawEntryRow | null): DrawView {
  const { id, version, activityId, fairShareDays, commitment, entries, winners, settled, listHash } = row;
  const { title: activityTitle, unionId, timeZone } = activity;
  // A draw of a cancelled activity looks open until its due work runs.
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

/** A result is shown only once it is assigned. */
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

export function ownEntryViewOf(own: OwnEntry): MyDrawEntryView {
  return {
    ...own,
    startsAt: own.startsAt.toISOString(),
    endsAt: own.endsAt.toISOString(),
    closesAt: own.closesAt.toISOString(),
    enteredAt: own.enteredAt.toISOString(),
  };
}

/** What other services and the audit trail may know of a draw. */
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

/** What the activity records of the draw. */
export function drawRefOf(row: DrawRow): DrawRef | null {
  if (row.state === 'cancelled') return null;
  return {
    id: row.id,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    decides: row.state !== 'drawn',
  };
}
