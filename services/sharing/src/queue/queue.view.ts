import type { QueuePlaceView, QueueView } from '@gongxiang/contracts';
import type { ActivityRow } from '../activity/activity.entity.js';
import { placeKeyOf } from './place-key.js';
import type { QueueRow } from './queue.entity.js';
import { aheadOf, pollAfterOf, type QueueTerms, queueStateOf, turnAt, turnsUntil } from './queue.model.js';
import type { OwnPlace } from './queue.repository.js';

export function queueViewOf(
  { id, version }: ActivityRow,
  terms: QueueTerms,
  { row, now }: { readonly row: QueueRow; readonly now: Date },
): QueueView {
  const { joined, early, commitment, secret, frozenAt } = row;
  const { joinFrom, opensAt, perMinute } = terms;
  return {
    ...{ activityId: id, version, state: queueStateOf(terms, now) },
    ...{ joinFrom, opensAt, perMinute, joined, early },
    letIn: frozenAt === null ? 0 : Math.min(joined, turnsUntil(terms, now)),
    ...{ commitment, secret, frozenAt: frozenAt?.toISOString() ?? null },
  };
}

export interface Asking {
  readonly activityId: string;
  readonly personId: string;
  readonly now: Date;
}

/** @param own with a queue */
export function placeViewOf(
  terms: QueueTerms,
  own: Omit<OwnPlace, 'isPublished' | 'queue'>,
  { activityId, personId, now }: Asking,
): QueuePlaceView {
  const { joined, joinedAt, place, early, secret } = own;
  const turn = place === null ? null : turnAt(terms, place);
  const isEarly = place !== null && early !== null && place <= early;
  const waits = turn === null || now < turn;
  return {
    activityId,
    state: joinedAt === null ? 'none' : waits ? 'waiting' : 'turn',
    joinedAt: joinedAt?.toISOString() ?? null,
    ...{ joined, place, ahead: place === null ? null : aheadOf(terms, place, now) },
    turnAt: turn?.toISOString() ?? null,
    order: place === null ? null : isEarly ? 'lot' : 'arrival',
    key: isEarly && secret !== null ? placeKeyOf(secret, personId) : null,
    ...{ opensAt: terms.opensAt, perMinute: terms.perMinute, askedAt: now.toISOString() },
    pollAfter: pollAfterOf(terms, { place, joined, now, jitter: Math.random() }),
  };
}
