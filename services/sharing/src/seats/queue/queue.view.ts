import type {
  MyQueuePlaceView,
  QueuePlaceState,
  QueuePlaceView,
  QueueView,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { placeKeyOf } from './place-key.js';
import type { QueueRow } from './queue.entity.js';
import { aheadOf, pollAfterOf, type QueueTerms, queueStateOf, turnAt, turnsUntil } from './queue.model.js';
import type { ListedPlace, OwnPlace } from './queue.repository.js';

export function queueViewOf(
  { id, version }: ActivityRow,
  terms: QueueTerms,
  { row, now }: { readonly row: QueueRow; readonly now: Date },
): QueueView {
  const { joined, early, commitment, secret, frozenAt } = row;
  const { joinFrom, opensAt, perMinute } = terms;
  return {
    activityId: id,
    version,
    state: queueStateOf(terms, now),
    joinFrom,
    opensAt,
    perMinute,
    joined,
    early,
    letIn: frozenAt === null ? 0 : Math.min(joined, turnsUntil(terms, now)),
    commitment,
    secret,
    frozenAt: frozenAt?.toISOString() ?? null,
  };
}

interface Asking {
  readonly activityId: string;
  readonly personId: string;
  readonly now: Date;
}

/** @param own the person's place in an activity with a queue */
export function placeViewOf(
  terms: QueueTerms,
  own: Omit<OwnPlace, 'isPublished' | 'queue'>,
  { activityId, personId, now }: Asking,
): QueuePlaceView {
  const { joined, joinedAt, place } = own;
  const turn = place === null ? null : turnAt(terms, place);
  return {
    activityId,
    state: stateOf(joinedAt, turn, now),
    joinedAt: joinedAt?.toISOString() ?? null,
    joined,
    place,
    ahead: place === null ? null : aheadOf(terms, place, now),
    turnAt: turn?.toISOString() ?? null,
    ...orderOf(own, personId),
    opensAt: terms.opensAt,
    perMinute: terms.perMinute,
    askedAt: now.toISOString(),
    pollAfter: pollAfterOf(terms, { place, joined, now, jitter: Math.random() }),
  };
}

export function listedPlaceViewOf({ queue, ...own }: ListedPlace, now: Date): MyQueuePlaceView {
  const { joinedAt, place } = own;
  const turn = place === null ? null : turnAt(queue, place);
  return {
    ...own,
    state: stateOf(joinedAt, turn, now),
    ahead: place === null ? null : aheadOf(queue, place, now),
    turnAt: turn?.toISOString() ?? null,
    opensAt: queue.opensAt,
    startsAt: own.startsAt.toISOString(),
    endsAt: own.endsAt.toISOString(),
    joinedAt: joinedAt.toISOString(),
    signUpClosesAt: own.signUpClosesAt.toISOString(),
  };
}

function stateOf(joinedAt: Date | null, turn: Date | null, now: Date): QueuePlaceState {
  if (joinedAt === null) return 'none';
  return turn === null || now < turn ? 'waiting' : 'turn';
}

/** How the place came about. */
function orderOf(
  { place, early, secret }: Pick<OwnPlace, 'place' | 'early' | 'secret'>,
  personId: string,
): Pick<QueuePlaceView, 'order' | 'key'> {
  if (place === null || early === null || secret === null) return { order: null, key: null };
  return place <= early
    ? { order: 'lot', key: placeKeyOf(secret, personId) }
    : { order: 'arrival', key: null };
}
