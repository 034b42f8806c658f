import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In, IsNull } from 'typeorm';
import { type PlacedCap, PoolRepository } from '../../activities/pool/pool.repository.js';
import { RegistrationRow } from './registration.entity.js';
import { placesSql } from './registration.repository.js';
import { freeSeats, type Capacity, type SeatQuota, type WaitlistGroup } from './seating.model.js';

/** The table allows no larger party. */
const partyHeadsMax = 100;

type QuotaSums = Omit<SeatQuota, 'terms' | 'partyMax'> & SeatQuota['terms'] & { readonly poolId: string };

/** The new ranks of people who moved from one waitlist to another together. */
export interface MovedRanks {
  readonly first: number;
  readonly last: number;
}

/**
 * The seat quotas of an activity's pools. Triggers update their sums with each statement that changes a registration;
 * deciding by them is safe because every such change holds the lock of the activity.
 */
@Injectable()
export class CapacityRepository {
  constructor(private readonly pools: PoolRepository) {}

  /**
   * Everything a decision about some pools depends on: their quotas and those of pools that share a cap.
   * @param poolIds all pools of the activity if absent
   */
  async load(
    tx: Transaction,
    activityId: string,
    poolIds: readonly string[] | null = null,
  ): Promise<Capacity> {
    const [found, all] = await Promise.all([this.pools.capsOf(tx, activityId), this.sums(tx, activityId)]);
    const near = poolIds && withSharedCaps(found, poolIds);
    const sums = near === null ? all : all.filter(({ poolId }) => near.includes(poolId));
    const quotas = new Map<string, SeatQuota>();
    for (const { poolId, startsAt, promotionUntil, offerHours, isReleased, ...quota } of sums) {
      const bounds = found.filter((cap) => cap.poolIds.includes(poolId)).map((cap) => cap.capacity);
      const partyMax = Math.min(quota.capacity, ...bounds);
      const terms = { startsAt, promotionUntil, offerHours, isReleased };
      const servableParties =
        partyMax < Math.min(quota.capacity, partyHeadsMax) && quota.servableParties > 0
          ? await this.countServable(tx, { activityId, poolId, partyMax })
          : quota.servableParties;
      quotas.set(poolId, { ...quota, partyMax, servableParties, terms });
    }
    const taken = (poolId: string): number => {
      const quota = quotas.get(poolId);
      return quota === undefined ? 0 : quota.confirmed + quota.held;
    };
    // A cap whose pools are not all here stands over none of the pools asked about.
    const caps = found
      .filter((cap) => cap.poolIds.some((poolId) => quotas.has(poolId)))
      .map((cap) => ({
        id: cap.id,
        name: cap.name,
        capacity: cap.capacity,
        poolIds: new Set(cap.poolIds),
        taken: cap.poolIds.reduce((sum, poolId) => sum + taken(poolId), 0),
      }));
    return { quotas, caps };
  }

  /** The same capacity with the waiting parties grouped by attendance: for waitlists by fair share only. */
  async withGroups(tx: Transaction, activityId: string, capacity: Capacity): Promise<Capacity> {
    const waiting = [...capacity.quotas].filter(([, quota]) => quota.waitingParties > 0);
    const found: (WaitlistGroup & { poolId: string })[] =
      waiting.length === 0
        ? []
        : await tx.sql.query(
            `SELECT r.pool_id AS "poolId", r.came, count(*)::int AS parties,
                    (count(*) FILTER (WHERE r.heads <= m.party_max))::int AS "servableParties"
             FROM unnest($2::uuid[], $3::int[]) AS m(pool_id, party_max)
             JOIN registration r ON r.activity_id = $1 AND r.pool_id = m.pool_id AND r.state = 'waitlisted'
             GROUP BY r.pool_id, r.came`,
            [activityId, waiting.map(([poolId]) => poolId), waiting.map(([, { partyMax }]) => partyMax)],
          );
    const quotas = [...capacity.quotas].map(
      ([poolId, quota]) =>
        [poolId, { ...quota, groups: found.filter((group) => group.poolId === poolId) }] as const,
    );
    return { ...capacity, quotas: new Map(quotas) };
  }

  private sums(tx: Transaction, activityId: string): Promise<QuotaSums[]> {
    return tx.sql.query(
      `SELECT p.id AS "poolId", p.capacity, coalesce(l.confirmed, 0) AS confirmed, coalesce(l.held, 0) AS held,
              coalesce(l.waiting_heads, 0) AS "waitingHeads", coalesce(l.waiting_parties, 0) AS "waitingParties",
              coalesce(l.servable_parties, 0) AS "servableParties", coalesce(l.last_rank, 0) AS "lastRank",
              a.starts_at AS "startsAt", least(p.promotion_until, a.starts_at) AS "promotionUntil",
              coalesce(g.claim_hours, p.offer_hours) AS "offerHours", p.released_at IS NOT NULL AS "isReleased"
       FROM pool p JOIN activity a ON a.id = p.activity_id
       LEFT JOIN give_away g ON g.activity_id = p.activity_id
       LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       WHERE p.activity_id = $1`,
      [activityId],
    );
  }

  /** If a cap is smaller than a pool, the stored sum counts parties that could never be seated. */
  private countServable(
    tx: Transaction,
    { activityId, poolId, partyMax }: { activityId: string; poolId: string; partyMax: number },
  ): Promise<number> {
    return tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId, poolId, state: 'waitlisted' })
      .andWhere('r.heads <= :partyMax', { partyMax })
      .getCount();
  }

  /** The fronts of the waitlists: only parties that could be seated, at most as many per pool as seats are free. */
  async waiting(tx: Transaction, activityId: string, { quotas }: Capacity): Promise<RegistrationRow[]> {
    const found: RegistrationRow[] = [];
    for (const [poolId, quota] of quotas) {
      const free = freeSeats(quota);
      if (free === 0 || quota.servableParties === 0) continue;
      // Every party has at least one head: no more of them fit than there are seats.
      found.push(...(await this.front(tx, { activityId, poolId, partyMax: quota.partyMax }, free)));
    }
    return found;
  }

  /** The front of one waitlist. */
  front(
    tx: Transaction,
    pool: { activityId: string; poolId: string; partyMax: number },
    limit: number,
  ): Promise<RegistrationRow[]> {
    return tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId: pool.activityId, poolId: pool.poolId, state: 'waitlisted' })
      .andWhere('r.heads <= :partyMax', { partyMax: pool.partyMax })
      .orderBy('r.came')
      .addOrderBy('r.rank')
      .limit(limit)
      .getMany();
  }

  /** Registrations within the capacity that may be displaced, last in first; redeemed coupons protect a seat. */
  confirmed(tx: Transaction, activityId: string, poolId: string, limit: number): Promise<RegistrationRow[]> {
    return tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId, poolId, state: 'confirmed', overrideReason: IsNull() })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM coupon c
           WHERE c.activity_id = r.activity_id AND c.person_id = r.person_id AND c.state = 'redeemed')`,
      )
      .orderBy('r.rank', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** Expired offers of an activity, earliest first; a person already inside has taken their seat. */
  expiredOffers(tx: Transaction, activityId: string, limit: number): Promise<RegistrationRow[]> {
    return tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId, state: 'held' })
      .andWhere('r.offerExpiresAt <= :now', { now: tx.now })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM attendance f WHERE f.activity_id = r.activity_id AND f.person_id = r.person_id)`,
      )
      .orderBy('r.offerExpiresAt')
      .limit(limit)
      .getMany();
  }

  /** All offers of an activity, in person id order. */
  offered(tx: Transaction, activityId: string): Promise<RegistrationRow[]> {
    return tx.sql.find(RegistrationRow, {
      where: { activityId, state: 'held' },
      order: { personId: 'ASC' },
    });
  }

  async setState(
    tx: Transaction,
    rows: readonly RegistrationRow[],
    change: Pick<RegistrationRow, 'state'> & Partial<Pick<RegistrationRow, 'offerExpiresAt' | 'came'>>,
  ): Promise<RegistrationRow[]> {
    const [first] = rows;
    if (first === undefined) return [];
    const personIds = rows.map((row) => row.personId);
    await tx.sql.update(
      RegistrationRow,
      { activityId: first.activityId, personId: In(personIds) },
      { ...change, version: () => 'version + 1' },
    );
    return rows.map((row) => ({ ...row, ...change, version: row.version + 1 }));
  }

  /**
   * Moves everybody on one waitlist to the front of another, in their order; those already there come behind them,
   * and by fair share behind those of them who attended no more often. All get new ranks, as no rank is free at the
   * front. One statement, so that nobody is promoted out of turn meanwhile; no row is read.
   * @returns the ranks of those who moved; null if nobody did
   */
  async moveWaiting(
    tx: Transaction,
    activityId: string,
    fromId: string,
    toId: string,
  ): Promise<MovedRanks | null> {
    const [before] = (await tx.sql.query(
      `SELECT coalesce((SELECT last_rank FROM pool_line WHERE activity_id = $1 AND pool_id = $3), 0)::int AS last,
              (SELECT count(*)::int FROM registration
               WHERE activity_id = $1 AND pool_id = $2 AND state = 'waitlisted') AS waiting`,
      [activityId, fromId, toId],
    )) as [{ last: number; waiting: number }];
    if (before.waiting === 0) return null;
    await tx.sql.query(
      `UPDATE registration r SET pool_id = $3, rank = w.rank,
         version = r.version + CASE WHEN r.pool_id = $2 THEN 1 ELSE 0 END
       FROM (SELECT person_id, $4::int + row_number() OVER (ORDER BY pool_id = $3, rank)::int AS rank
             FROM registration WHERE activity_id = $1 AND pool_id IN ($2, $3) AND state = 'waitlisted') w
       WHERE r.activity_id = $1 AND r.person_id = w.person_id`,
      [activityId, fromId, toId, before.last],
    );
    return { first: before.last + 1, last: before.last + before.waiting };
  }

  /** Those moved by {@link moveWaiting} who still wait, in order, after a given one. */
  movedAfter(
    tx: Transaction,
    { activityId, id }: { readonly activityId: string; readonly id: string },
    { first, last }: MovedRanks,
    after: { readonly came: number; readonly rank: number } | null,
    limit: number,
  ): Promise<RegistrationRow[]> {
    const query = tx.sql
      .createQueryBuilder(RegistrationRow, 'r')
      .where({ activityId, poolId: id, state: 'waitlisted' })
      .andWhere('r.rank BETWEEN :first AND :last', { first, last })
      .orderBy('r.came')
      .addOrderBy('r.rank')
      .limit(limit);
    if (after !== null) query.andWhere('(r.came, r.rank) > (:came, :rank)', after);
    return query.getMany();
  }

  /** The places of all who wait in some pools, by person, from 1. */
  async placesIn(
    tx: Transaction,
    activityId: string,
    poolIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows: { person_id: string; place: number }[] = await tx.sql.query(
      placesSql('SELECT unnest($2::uuid[])'),
      [activityId, poolIds],
    );
    return new Map(rows.map((row) => [row.person_id, row.place]));
  }

  /** The place of a waiting registration in the waitlist of its pool, from 1. */
  async placeOf(tx: Transaction, row: RegistrationRow): Promise<number | null> {
    if (row.state !== 'waitlisted') return null;
    const rows: { place: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS place FROM registration
       WHERE activity_id = $1 AND pool_id = $2 AND state = 'waitlisted' AND (came, rank) <= ($3, $4)`,
      [row.activityId, row.poolId, row.came, row.rank],
    );
    return rows[0]?.place ?? null;
  }
}

/** These pools, all that share a cap with them, and all other pools of those caps. */
function withSharedCaps(caps: readonly PlacedCap[], poolIds: readonly string[]): string[] {
  const above = caps.filter((cap) => cap.poolIds.some((poolId) => poolIds.includes(poolId)));
  const near = [...new Set([...poolIds, ...above.flatMap((cap) => cap.poolIds)])];
  // A cap over one of these pools may cover pools that share nothing with the first: it is counted whole.
  return near.length === poolIds.length ? near : withSharedCaps(caps, near);
}
