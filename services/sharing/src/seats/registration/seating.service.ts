import { Injectable } from '@nestjs/common';
import {
  registrationEvents,
  type RegistrationsChanged,
  type RegistrationStateData,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { Push, recordEvents, schedule, type EventRecord } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleCoupons } from '../../activities/activity/coupons.due.js';
import { scheduleSeatsOffer } from '../../activities/activity/offer.due.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import type { SeatCause } from './belonging.model.js';
import { CapacityRepository } from './capacity.repository.js';
import { OfferAwaits } from './offer-awaits.js';
import { displace, offerUntil, promote } from './promotion.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { RegistrationNotices } from './registration-notices.js';
import { freeSeats, type Capacity, quotaOf } from './seating.model.js';

interface Changed {
  readonly tx: Transaction;
  readonly row: RegistrationRow;
}

/** Why seats change hands, where it is neither the waitlist nor the person's own doing. */
interface Why {
  /** In the words of whoever decided so; absent for a rule. */
  readonly reason?: string | null;
  /** A draw gave the seats. */
  readonly isDrawn?: boolean;
  /** What took the seat from somebody who belongs to another union now. */
  readonly cause?: SeatCause | null;
}

interface PoolKey {
  readonly activityId: string;
  readonly id: string;
}

/** Due work: offers of an activity expire. Its key names the activity and the time. */
export const offersDue = 'registration-offers';
const keySeparator = '/';
const registrationsPerEvent = 200;

/** @param key of due work of the kind {@link offersDue} */
export function activityIdOf(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}

/** Promotes and displaces people. Callers hold the lock of the activity. */
@Injectable()
export class SeatingService {
  constructor(
    private readonly capacities: CapacityRepository,
    private readonly pools: PoolRepository,
    private readonly push: Push,
    private readonly notices: RegistrationNotices,
    private readonly offers: OfferAwaits,
  ) {}

  /** Assigns the free seats of a pool, and of those that share a cap with it, to waiting people. */
  async promoteWaitlist(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const capacity = await this.promoteWaitlists(tx, activityId, [id]);
    if (quotaOf(capacity, id).terms.isReleased) await this.returnToCommonPool(tx, { activityId, id });
  }

  /** The same for several pools. @returns the capacity before */
  async promoteWaitlists(tx: Transaction, activityId: string, poolIds: readonly string[]): Promise<Capacity> {
    const capacity = await this.capacities.load(tx, activityId, poolIds);
    const waiting = await this.capacities.waiting(tx, activityId, capacity);
    await this.assignSeats(tx, capacity, promote(capacity, waiting, tx.now));
    return capacity;
  }

  /** Assigns seats to waiting people: confirmed, or as an offer for the hours of the pool. */
  async assignSeats(
    tx: Transaction,
    capacity: Capacity,
    rows: readonly RegistrationRow[],
    why: Why = {},
  ): Promise<RegistrationRow[]> {
    const all: RegistrationRow[] = [];
    for (const poolId of new Set(rows.map((row) => row.poolId))) {
      const until = offerUntil(quotaOf(capacity, poolId).terms, tx.now);
      const mine = rows.filter((row) => row.poolId === poolId);
      const state = until === null ? 'confirmed' : 'held';
      const seated = await this.capacities.setState(tx, mine, { state, offerExpiresAt: until });
      await this.publishChanges(tx, seated, 'waitlisted', why);
      if (until !== null) await this.expireAt(tx, mine, until);
      all.push(...seated);
    }
    return all;
  }

  /** Displaces people after a pool was lowered. */
  async displaceExcess(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const quota = quotaOf(await this.capacities.load(tx, activityId, [id]), id);
    const over = quota.confirmed + quota.held - quota.capacity;
    if (over <= 0) return;
    const confirmed = await this.capacities.confirmed(tx, activityId, id, over);
    const displaced = await this.capacities.setState(tx, displace(quota, confirmed), {
      // They had a seat: they stand before everybody who has had none, by fair share too.
      state: 'waitlisted',
      came: 0,
    });
    await this.publishChanges(tx, displaced, 'confirmed');
  }

  /**
   * Audits changed registrations, publishes them to other services, and hints at them to the persons' open pages.
   */
  async publishChanges(
    tx: Transaction,
    rows: readonly RegistrationRow[],
    before: string | null,
    why: Why = {},
  ): Promise<void> {
    await this.publishEach(
      rows.map((row) => ({ tx, row })),
      before,
      why,
    );
  }

  /** The same for changes by different callers in one database transaction. */
  async publishEach(
    changes: readonly Changed[],
    before: string | null,
    { reason = null, ...why }: Why = {},
  ): Promise<void> {
    const [first] = changes;
    if (first === undefined) return;
    for (const { tx, row } of changes) {
      tx.audit({
        noun: 'registration',
        id: row.id,
        before: before === null ? null : { state: before },
        after: auditedOf(row, reason),
      });
      this.push.hint(tx, [row.personId], { resource: 'registration', id: row.id, version: row.version });
    }
    await recordEvents(first.tx, registrationEvents.registrationsChanged, eventsOf(changes));
    await this.notices.notify(changes, before, why);
    await this.offers.changed(
      first.tx,
      changes.map(({ row }) => row),
      before,
    );
    if (concernsSeats(changes, before)) await scheduleCoupons(first.tx, activityIdsOf(changes));
    if (isSeated(before) || changes.some(({ row }) => isSeated(row.state)))
      await scheduleSeatsOffer(first.tx, activityIdsOf(changes));
  }

  /** A released pool has no free seats of its own: seats given back there go to the common pool. */
  private async returnToCommonPool(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const quota = quotaOf(await this.capacities.load(tx, activityId, [id]), id);
    const free = freeSeats(quota);
    const common = await this.pools.findCommon(tx, activityId);
    if (common === null || free === 0 || quota.servableParties > 0) return;
    await this.pools.moveSeats(tx, { activityId, id }, common.id, free);
    await scheduleSeatsOffer(tx, [activityId]);
    for (const [pool, by] of [
      [{ id, capacity: quota.capacity }, -free],
      [common, free],
    ] as const) {
      const capacity = pool.capacity + by;
      tx.audit({ noun: 'pool', id: pool.id, before: { capacity: pool.capacity }, after: { capacity } });
    }
    await this.promoteWaitlist(tx, { activityId, id: common.id });
  }

  /** One piece of due work for all offers with the same deadline: thousands may be made at once. */
  private async expireAt(tx: Transaction, [first]: readonly RegistrationRow[], at: Date): Promise<void> {
    if (first === undefined) return;
    const key = [first.activityId, at.toISOString()].join(keySeparator);
    await schedule(tx, { kind: offersDue, key, at });
  }
}

/** Waitlisted and offered registrations have no coupon, neither before nor now. */
function concernsSeats(changes: readonly Changed[], before: string | null): boolean {
  return before === 'confirmed' || changes.some(({ row }) => row.state === 'confirmed');
}

/** An offered seat is free for nobody else. */
export function isSeated(state: string | null): boolean {
  return state === 'confirmed' || state === 'held';
}

function activityIdsOf(changes: readonly Changed[]): string[] {
  return [...new Set(changes.map(({ row }) => row.activityId))];
}

/** One event per registration would cost more than the seat itself. */
function eventsOf(changes: readonly Changed[]): EventRecord<RegistrationsChanged>[] {
  return activityIdsOf(changes).flatMap((activityId) => {
    const registrations = changes.filter(({ row }) => row.activityId === activityId).map(stateOf);
    return pagesOf(registrations).map((page) => ({
      about: activityId,
      data: { activityId, registrations: page },
    }));
  });
}

function pagesOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / registrationsPerEvent);
  return Array.from({ length: count }, (_, page) =>
    items.slice(page * registrationsPerEvent, (page + 1) * registrationsPerEvent),
  );
}

function stateOf({ tx, row }: Changed): RegistrationStateData {
  const { id, version, personId, poolId, state, heads } = row;
  return { id, version, personId, poolId, state, heads, changedBy: tx.call.actor?.personId ?? null };
}

/** In one literal: in a rush, spreading one object into another takes longer than everything else here. */
function auditedOf(row: RegistrationRow, reason: string | null): Readonly<Record<string, unknown>> {
  const { id, version, personId, poolId, state, heads, activityId, overrideReason } = row;
  return {
    id,
    version,
    personId,
    poolId,
    state,
    heads,
    activityId,
    overrideReason,
    offerExpiresAt: row.offerExpiresAt?.toISOString(),
    reason: reason ?? undefined,
  };
}
