import { Injectable } from '@nestjs/common';
import {
  registrationEvents,
  type RegistrationsChanged,
  type RegistrationStateData,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { Push, recordEvents, schedule, type Told } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noteCoupons } from '../../activities/activity/coupons.due.js';
import { noteSeatsOffer } from '../../activities/activity/offer.due.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { LineRepository } from './line.repository.js';
import { displace, offerUntil, promote } from './promotion.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { RegistrationNotices } from './registration-notices.js';
import { freeSeats, type Hall, lineOf } from './seating.model.js';

interface Changed {
  readonly tx: Transaction;
  readonly row: RegistrationRow;
}

interface PoolKey {
  readonly activityId: string;
  readonly id: string;
}

/** Due work: offers of an activity run out. Its key names the activity and the moment. */
export const offersDue = 'registration-offers';
const keySeparator = '/';
const registrationsPerEvent = 200;

/** @param key of due work of the kind {@link offersDue} */
export function activityIdOf(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}

/** Moves people along the lines. Its callers hold the lock of the activity. */
@Injectable()
export class SeatingService {
  constructor(
    private readonly lines: LineRepository,
    private readonly pools: PoolRepository,
    private readonly push: Push,
    private readonly notices: RegistrationNotices,
  ) {}

  /** Gives the free seats of a pool, and of those that share a cap with it, to who waits for them. */
  async serve(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const hall = await this.serveAll(tx, activityId, [id]);
    if (lineOf(hall, id).terms.isReleased) await this.passOn(tx, { activityId, id });
  }

  /** The same for several pools. @returns the hall as it was before */
  async serveAll(tx: Transaction, activityId: string, poolIds: readonly string[]): Promise<Hall> {
    const hall = await this.lines.hall(tx, activityId, poolIds);
    const waiting = await this.lines.waiting(tx, activityId, hall);
    await this.give(tx, hall, promote(hall, waiting, tx.now));
    return hall;
  }

  /** Gives seats to who waits: for good, or as an offer for the hours of the pool. */
  async give(
    tx: Transaction,
    hall: Hall,
    rows: readonly RegistrationRow[],
    reason: string | null = null,
  ): Promise<RegistrationRow[]> {
    const all: RegistrationRow[] = [];
    for (const poolId of new Set(rows.map((row) => row.poolId))) {
      const until = offerUntil(lineOf(hall, poolId).terms, tx.now);
      const mine = rows.filter((row) => row.poolId === poolId);
      const state = until === null ? 'confirmed' : 'held';
      const given = await this.lines.setState(tx, mine, { state, offerExpiresAt: until });
      await this.tell(tx, given, 'waitlisted', reason);
      if (until !== null) await this.expireAt(tx, mine, until);
      all.push(...given);
    }
    return all;
  }

  /** Takes seats back after a pool was lowered. */
  async withdraw(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const line = lineOf(await this.lines.hall(tx, activityId, [id]), id);
    const over = line.confirmed + line.held - line.capacity;
    if (over <= 0) return;
    const confirmed = await this.lines.confirmed(tx, activityId, id, over);
    const displaced = await this.lines.setState(tx, displace(line, confirmed), {
      // He had a seat: he stands before all who have had none, by fair share too.
      state: 'waitlisted',
      came: 0,
    });
    await this.tell(tx, displaced, 'confirmed');
  }

  /**
   * Audits a change of registrations, tells it to other services, and hints at it to the persons' open pages.
   * @param reason why somebody decided so; null where a rule did
   */
  async tell(
    tx: Transaction,
    rows: readonly RegistrationRow[],
    before: string | null,
    reason: string | null = null,
  ): Promise<void> {
    await this.tellEach(
      rows.map((row) => ({ tx, row })),
      before,
      reason,
    );
  }

  /** The same where each was changed by a caller of its own, in one database transaction. */
  async tellEach(
    changes: readonly Changed[],
    before: string | null,
    reason: string | null = null,
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
    await this.notices.tell(changes, before);
    if (concernsSeats(changes, before)) await noteCoupons(first.tx, activityIdsOf(changes));
    if (isSeated(before) || changes.some(({ row }) => isSeated(row.state)))
      await noteSeatsOffer(first.tx, activityIdsOf(changes));
  }

  /** A released pool keeps no seat free: what is given back there goes to the common pool, too. */
  private async passOn(tx: Transaction, { activityId, id }: PoolKey): Promise<void> {
    const line = lineOf(await this.lines.hall(tx, activityId, [id]), id);
    const free = freeSeats(line);
    const common = await this.pools.findCommon(tx, activityId);
    if (common === null || free === 0 || line.servableParties > 0) return;
    await this.pools.moveSeats(tx, { activityId, id }, common.id, free);
    await noteSeatsOffer(tx, [activityId]);
    for (const [pool, by] of [
      [{ id, capacity: line.capacity }, -free],
      [common, free],
    ] as const) {
      const capacity = pool.capacity + by;
      tx.audit({ noun: 'pool', id: pool.id, before: { capacity: pool.capacity }, after: { capacity } });
    }
    await this.serve(tx, { activityId, id: common.id });
  }

  /** One piece of work for all offers that run out at the same moment: thousands may be made at once. */
  private async expireAt(tx: Transaction, [first]: readonly RegistrationRow[], at: Date): Promise<void> {
    if (first === undefined) return;
    const key = [first.activityId, at.toISOString()].join(keySeparator);
    await schedule(tx, { kind: offersDue, key, at });
  }
}

/** What waits or is on offer has no coupon, neither before nor now. */
function concernsSeats(changes: readonly Changed[], before: string | null): boolean {
  return before === 'confirmed' || changes.some(({ row }) => row.state === 'confirmed');
}

/** A seat that is offered to somebody is free for nobody else. */
function isSeated(state: string | null): boolean {
  return state === 'confirmed' || state === 'held';
}

function activityIdsOf(changes: readonly Changed[]): string[] {
  return [...new Set(changes.map(({ row }) => row.activityId))];
}

/** An event for each of them would cost more than the seat itself. */
function eventsOf(changes: readonly Changed[]): Told<RegistrationsChanged>[] {
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

/** In one literal: in a rush, spreading one object into another takes longer than all else that is done here. */
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
