import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In, IsNull } from 'typeorm';
import { type PlacedCap, PoolRepository } from '../../activities/pool/pool.repository.js';
import { RegistrationRow } from './registration.entity.js';
import { placesSql } from './registration.repository.js';
import { freeSeats, type Hall, type Line, type LineGroup } from './seating.model.js';

/** A party of more heads there cannot be: the table refuses it. */
const partyHeadsMax = 100;

type LineSums = Omit<Line, 'terms' | 'partyMax'> & Line['terms'] & { readonly poolId: string };

/** The ranks that people got who went from one line to another together. */
export interface MovedRanks {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines of an activity's pools. The database keeps their sums with each statement that changes a registration; to
 * decide by them is safe because everybody who changes a registration holds the lock of its activity.
 */
@Injectable()
export class LineRepository {
  constructor(private readonly pools: PoolRepository) {}

  /**
   * All that a decision about some pools rests on: their lines, and those with which they share a cap.
   * @param poolIds all pools of the activity where absent
   */
  async hall(tx: Transaction, activityId: string, poolIds: readonly string[] | null = null): Promise<Hall> {
    const [found, all] = await Promise.all([this.pools.capsOf(tx, activityId), this.sums(tx, activityId)]);
    const near = poolIds && around(found, poolIds);
    const sums = near === null ? all : all.filter(({ poolId }) => near.includes(poolId));
    const lines = new Map<string, Line>();
    for (const { poolId, startsAt, promotionUntil, offerHours, isReleased, ...line } of sums) {
      const bounds = found.filter((cap) => cap.poolIds.includes(poolId)).map((cap) => cap.capacity);
      const partyMax = Math.min(line.capacity, ...bounds);
      const terms = { startsAt, promotionUntil, offerHours, isReleased };
      const servableParties =
        partyMax < Math.min(line.capacity, partyHeadsMax) && line.servableParties > 0
          ? await this.countServable(tx, { activityId, poolId, partyMax })
          : line.servableParties;
      lines.set(poolId, { ...line, partyMax, servableParties, terms });
    }
    const taken = (poolId: string): number => {
      const line = lines.get(poolId);
      return line === undefined ? 0 : line.confirmed + line.held;
    };
    // A cap whose pools are not all here stands over none of those that are asked about.
    const caps = found
      .filter((cap) => cap.poolIds.some((poolId) => lines.has(poolId)))
      .map((cap) => ({
        id: cap.id,
        name: cap.name,
        capacity: cap.capacity,
        poolIds: new Set(cap.poolIds),
        taken: cap.poolIds.reduce((sum, poolId) => sum + taken(poolId), 0),
      }));
    return { lines, caps };
  }

  /** The same hall with how many wait in its lines for each number of times that they came: for lines by fair share alone. */
  async withGroups(tx: Transaction, activityId: string, hall: Hall): Promise<Hall> {
    const waiting = [...hall.lines].filter(([, line]) => line.waitingParties > 0);
    const found: (LineGroup & { poolId: string })[] =
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
    const lines = [...hall.lines].map(
      ([poolId, line]) =>
        [poolId, { ...line, groups: found.filter((group) => group.poolId === poolId) }] as const,
    );
    return { ...hall, lines: new Map(lines) };
  }

  private sums(tx: Transaction, activityId: string): Promise<LineSums[]> {
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

  /** Where a cap is smaller than a pool, the kept sum counts parties that never could be seated. */
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

  /** The waitlists of a hall from their fronts: only parties that could be seated, no more of a line than seats are free. */
  async waiting(tx: Transaction, activityId: string, { lines }: Hall): Promise<RegistrationRow[]> {
    const found: RegistrationRow[] = [];
    for (const [poolId, line] of lines) {
      const free = freeSeats(line);
      if (free === 0 || line.servableParties === 0) continue;
      // Every party has at least one head: no more of them can be served than there are seats.
      found.push(...(await this.front(tx, { activityId, poolId, partyMax: line.partyMax }, free)));
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

  /** Who has a seat within the capacity that can be taken back, the last in first: what was redeemed was handed out. */
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

  /** Offers of an activity that have run out, the first first; who is inside already has taken his seat. */
  runOut(tx: Transaction, activityId: string, limit: number): Promise<RegistrationRow[]> {
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
   * Moves everybody who waits in one line to the front of another's waitlist, in their order; who waited there already
   * comes behind them; by fair share, behind those of them who came to no more activities than he. All get new ranks, as no
   * rank is free before them. One statement, so that nobody is served meanwhile out of turn; no row of them is read.
   * @returns the ranks of those who waited in the first; null where nobody did
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

  /** Those of {@link moveWaiting} who wait still, in the order of the line, after one of them. */
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

/** These pools with all that share a cap with them, and with all of those caps' other pools. */
function around(caps: readonly PlacedCap[], poolIds: readonly string[]): string[] {
  const above = caps.filter((cap) => cap.poolIds.some((poolId) => poolIds.includes(poolId)));
  const near = [...new Set([...poolIds, ...above.flatMap((cap) => cap.poolIds)])];
  // A cap over one of these pools stands over pools that are far from the first: it is counted whole, too.
  return near.length === poolIds.length ? near : around(caps, near);
}
