import { Injectable } from '@nestjs/common';
import type { JoinQueueRequest, QueuePlaceView } from '@gongxiang/contracts/sharing/seats/queue.contract';
import { DomainError, mayDo } from '@gongxiang/domain';
import { type GroupedRequest, ExistingResult, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { type Mandated, mandatesFor, recordActing, placesFor } from '../../reference/mandate/acting.js';
import { QueueOpening } from './queue-opening.js';
import type { QueuePlaceRow, QueueRow } from './queue.entity.js';
import { type QueueTerms, requireJoinable } from './queue.model.js';
import { QueueRepository } from './queue.repository.js';
import { QueueTurns } from './queue-turns.js';
import { placeViewOf } from './queue.view.js';

type Result = QueuePlaceView | ExistingResult<QueuePlaceView> | DomainError;

const placesMax = 100_000;

/** A person about to join, with the index of their answer in the batch. */
interface Joining extends Wish {
  readonly tx: Transaction;
  readonly index: number;
}

/** Joins under the lock of the activity, so that the order cannot be drawn without a join that was acknowledged. */
@Injectable()
export class JoiningWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly queues: QueueRepository,
    private readonly opening: QueueOpening,
    private readonly turns: QueueTurns,
  ) {}

  lock(tx: Transaction, activityId: string): Promise<ActivityRow | null> {
    return this.activities.lockById(tx, activityId);
  }

  /** Equivalent to processing the requests one after the other. */
  async join(
    asked: readonly GroupedRequest<JoinQueueRequest>[],
    activity: ActivityRow | null,
  ): Promise<Result[]> {
    const [first] = asked;
    if (first === undefined) return [];
    if (activity === null) return asked.map(() => new DomainError('NOT_FOUND'));
    const unionPaths = await this.unionPaths(first.tx, asked);
    const mandates = await mandatesFor(first.tx, { scope: 'signUp', forPaths: [...unionPaths.values()] });
    const results: Result[] = [];
    const joining: Joining[] = [];
    for (const [index, { tx, request }] of asked.entries()) {
      const personId = (request.personId ?? tx.personId).toLowerCase();
      const wish = { personId, path: unionPaths.get(personId), mandates };
      const refusal = refusalOf(() => requireMayJoin(tx, activity, wish));
      if (refusal === null) joining.push({ tx, index, ...wish });
      else results[index] = refusal;
    }
    await this.place(activity, joining, results);
    return results;
  }

  private async place(activity: ActivityRow, joining: readonly Joining[], results: Result[]): Promise<void> {
    const [first] = joining;
    if (first === undefined) return;
    const { queue: terms } = activity;
    const queue = await this.opening.opened(first.tx, activity);
    if (terms === null || queue === null) throw new Error('a queue that may be joined is there');
    const personIds = [...new Set(joining.map(({ personId }) => personId))];
    const known = await this.queues.placesOf(first.tx, activity.id, personIds);
    const rows: QueuePlaceRow[] = [];
    for (const one of joining) {
      const found = known.get(one.personId);
      const progress = { queue, terms, joined: queue.joined + rows.length };
      if (found !== undefined) results[one.index] = new ExistingResult(viewOf(one, found, progress));
      else if (progress.joined >= placesMax)
        results[one.index] = new DomainError('QUEUE_FULL', { params: { max: placesMax } });
      else {
        const row = rowOf(one, queue, progress.joined);
        rows.push(row);
        // Of two simultaneous requests of one person, the second finds the first.
        known.set(one.personId, row);
        results[one.index] = viewOf(one, row, { ...progress, joined: progress.joined + 1 });
        one.tx.audit({ noun: 'queue-place', id: activity.id, after: { place: row.place } });
        recordActingFor(activity, one);
      }
    }
    await this.queues.add(first.tx, activity.id, rows);
    if (queue.frozenAt !== null && rows.length > 0) await this.turns.planMore(first.tx, activity.id);
  }

  /** Read only if an officer joins for others. */
  private async unionPaths(
    tx: Transaction,
    asked: readonly GroupedRequest<JoinQueueRequest>[],
  ): Promise<ReadonlyMap<string, string>> {
    const others = asked.flatMap(({ request }) => request.personId?.toLowerCase() ?? []);
    return others.length === 0 ? new Map() : this.queues.unionPathsOf(tx, others);
  }
}

interface Wish {
  readonly personId: string;
  /** The path of the person's union, if somebody else joins for them. */
  readonly path: string | undefined;
  /** Mandates by which others may sign up members of that union. */
  readonly mandates: readonly Mandated[];
}

/** @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND`, `NOT_PERMITTED`, and what {@link requireJoinable} refuses */
function requireMayJoin(tx: Transaction, activity: ActivityRow, { personId, path, mandates }: Wish): void {
  // A draft is invisible to everybody who does not prepare it.
  if (activity.publishedAt === null) tx.authorise(actions.manageQueue, { paths: [activity.unionPath] });
  if (personId === tx.personId) tx.authorise(actions.joinQueue, {});
  else {
    const paths = [activity.unionPath, ...(path === undefined ? [] : placesFor(path, mandates))];
    tx.authorise(actions.registerOther, { paths, visible: true });
    if (path === undefined) throw new DomainError('NOT_FOUND', { pointer: '/personId' });
  }
  requireJoinable(activity, tx.now);
}

/** Records the mandate if somebody joins for a member by one. */
function recordActingFor(activity: ActivityRow, { tx, path, mandates }: Joining): void {
  const { actor } = tx.call;
  const rule = actions.registerOther;
  if (path === undefined || actor === null || mayDo(actor, rule, { paths: [activity.unionPath] })) return;
  recordActing(tx, mandates, { rule, scope: 'signUp', path, aboutId: activity.id });
}

/** A person who joins before the order is drawn gets their place by it; later ones stand behind. */
function rowOf({ tx, personId }: Joining, queue: QueueRow, joined: number): QueuePlaceRow {
  const place = queue.frozenAt === null ? null : joined + 1;
  return { activityId: queue.activityId, personId, joinedBy: tx.personId, joinedAt: tx.now, place };
}

interface QueueProgress {
  readonly queue: QueueRow;
  readonly terms: QueueTerms;
  readonly joined: number;
}

function viewOf(
  { tx, personId }: Joining,
  row: QueuePlaceRow,
  { queue, terms, joined }: QueueProgress,
): QueuePlaceView {
  const { early, secret, activityId } = queue;
  const { joinedAt, place } = row;
  return placeViewOf(
    terms,
    { joined, early, secret, joinedAt, place },
    { activityId, personId, now: tx.now },
  );
}

function refusalOf(check: () => void): DomainError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
