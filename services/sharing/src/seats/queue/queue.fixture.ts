import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  queueContract,
  type QueuePlaceView,
  type QueueView,
} from '@gongxiang/contracts/sharing/seats/queue.contract';
import { type Actor, hourMs } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../registration/registration.fixture.js';
import { placeKeyOf } from './place-key.js';

interface Queued {
  readonly activityId: string;
  readonly queue: QueueView;
  readonly members: Actor[];
}

/** Test data for a queue, and the steps taken with it. */
export class QueueStage extends Stage {
  constructor(sharing: ServiceFixture) {
    super(sharing);
  }

  /** An activity that opens in an hour, with a queue that can be joined now. */
  async queued(host: KnownUnion, seats: number, people: number, perMinute = 300): Promise<Queued> {
    const activityId = await this.activity(host, { signUpOpensAt: new Date(this.inHours(1)) });
    await this.pool(activityId, host, seats);
    const members = await this.members(host, people);
    const queue = await this.set(activityId, host, { joinFrom: this.inHours(0), perMinute });
    return { activityId, queue, members };
  }

  async set(
    activityId: string,
    { officer }: KnownUnion,
    terms: { readonly joinFrom?: string; readonly perMinute: number },
  ): Promise<QueueView> {
    const { version } = await this.see(activityId, officer);
    return this.sharing.ask(queueContract.set, { activityId, ...terms }, officer, { ifMatch: version });
  }

  see(activityId: string, person: Actor): Promise<ActivityView> {
    return this.sharing.ask(activityContract.get, { activityId }, person);
  }

  async moveOpening(activityId: string, { officer }: KnownUnion, hours: number): Promise<ActivityView> {
    const { version } = await this.see(activityId, officer);
    const request = { activityId, signUpOpensAt: this.inHours(hours) };
    return this.sharing.ask(activityContract.edit, request, officer, { ifMatch: version });
  }

  join(activityId: string, person: Actor | null, personId?: string): Promise<QueuePlaceView> {
    const request = { activityId, ...(personId === undefined ? {} : { personId }) };
    return this.sharing.ask(queueContract.join, request, person);
  }

  mine(activityId: string, person: Actor | null): Promise<QueuePlaceView> {
    return this.sharing.ask(queueContract.mine, { activityId }, person);
  }

  queue(activityId: string, person: Actor | null): Promise<QueueView> {
    return this.sharing.ask(queueContract.get, { activityId }, person);
  }

  /** Advances the clock to so many seconds after the opening. */
  opens(seconds = 0): void {
    this.sharing.clock.advance(hourMs + seconds * 1_000);
  }

  /** The places stored in the table, by person. */
  async places(activityId: string): Promise<Map<string, number | null>> {
    const rows: { personId: string; place: number | null }[] = await this.sharing.dataSource.query(
      `SELECT person_id AS "personId", place FROM queue_place WHERE activity_id = $1 ORDER BY place`,
      [activityId],
    );
    return new Map(rows.map(({ personId, place }) => [personId, place]));
  }
}

/** The order as anybody who knows the secret can compute it. */
export function orderBy(secret: string, personIds: readonly string[]): string[] {
  const keyed = personIds.map((personId) => ({ personId, key: placeKeyOf(secret, personId) }));
  return keyed.sort((left, right) => (left.key < right.key ? -1 : 1)).map(({ personId }) => personId);
}

/** Spearman's: 1 − 6 Σd² ÷ (n (n² − 1)); 1 for the same order, 0 for none. */
export function rankCorrelation(order: readonly string[], other: readonly string[]): number {
  const n = order.length;
  const rank = new Map(other.map((id, index) => [id, index]));
  const squares = order.map((id, index) => (index - (rank.get(id) ?? 0)) ** 2);
  return 1 - (6 * squares.reduce((sum, square) => sum + square, 0)) / (n * (n * n - 1));
}
