import { Injectable } from '@nestjs/common';
import type { ListSeriesRequest } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import {
  decodeCursor,
  escapeLike,
  newestWithin,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type Onlooker, seenBy } from '../../activities/activity/activity.repository.js';
import { SeriesRow } from './series.entity.js';

/** The seats of an activity, all pools together. */
export interface SeatSums {
  readonly seats: number;
  readonly confirmed: number;
}

/** The sums of the occurrences for a row of the list. */
export interface SeriesSums {
  readonly drafts: number;
  readonly nextStartsAt: Date | null;
}

@Injectable()
export class SeriesRepository {
  findById(tx: Transaction, id: string): Promise<SeriesRow | null> {
    return tx.sql.findOneBy(SeriesRow, { id });
  }

  /** Every change of several occurrences takes this lock first, and those of the activities afterwards. */
  lockById(tx: Transaction, id: string): Promise<SeriesRow | null> {
    return tx.sql.findOne(SeriesRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: SeriesRow): Promise<void> {
    await tx.sql.insert(SeriesRow, row);
  }

  async update(tx: Transaction, row: SeriesRow): Promise<void> {
    await tx.sql.update(SeriesRow, { id: row.id }, row);
  }

  /** All occurrences, locked in id order and returned in number order. */
  async lockOccurrences(tx: Transaction, seriesId: string): Promise<ActivityRow[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const rows = await tx.sql.find(ActivityRow, { where: { seriesId }, order: { id: 'ASC' }, lock });
    return rows.sort((left, right) => (left.seriesNumber ?? 0) - (right.seriesNumber ?? 0));
  }

  /** All occurrences, in number order. */
  allOccurrences(tx: Transaction, seriesId: string): Promise<ActivityRow[]> {
    return tx.sql.find(ActivityRow, { where: { seriesId }, order: { seriesNumber: 'ASC' } });
  }

  /**
   * Stores the current number with each occurrence. Not part of the published state, hence neither a version nor an
   * event: concurrent editors need not reload.
   */
  async resize(tx: Transaction, { id: seriesId, size: seriesSize }: SeriesRow): Promise<void> {
    await tx.sql.update(ActivityRow, { seriesId }, { seriesSize });
  }

  /** The visible occurrences, in number order. */
  occurrences(tx: Transaction, seriesId: string, onlooker: Onlooker): Promise<ActivityRow[]> {
    const query = tx.sql.createQueryBuilder(ActivityRow, 'a');
    seenBy(query, onlooker);
    return query.andWhere('a.seriesId = :seriesId', { seriesId }).orderBy('a.seriesNumber').getMany();
  }

  /** By activity; those without pools are left out. */
  async seatsOf(tx: Transaction, activityIds: readonly string[]): Promise<Map<string, SeatSums>> {
    const rows: (SeatSums & { activityId: string })[] = await tx.sql.query(
      `SELECT p.activity_id AS "activityId", sum(p.capacity)::int AS seats,
              coalesce(sum(l.confirmed), 0)::int AS confirmed
       FROM pool p LEFT JOIN pool_line l ON l.activity_id = p.activity_id AND l.pool_id = p.id
       WHERE p.activity_id = ANY($1) GROUP BY p.activity_id`,
      [activityIds],
    );
    return new Map(rows.map(({ activityId, ...sums }) => [activityId, sums]));
  }

  /** Series that the caller prepares, newest first. */
  list(tx: Transaction, request: ListSeriesRequest, onlooker: Onlooker): Promise<SeriesRow[]> {
    const query = tx.sql.createQueryBuilder(SeriesRow, 's').orderBy('s.id', 'DESC');
    if (request.q !== undefined)
      query.andWhere('s.title LIKE :pattern', { pattern: `%${escapeLike(request.q)}%` });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return newestWithin(
      tx,
      query.limit(rowsFor(request.limit)),
      subtreesOf(onlooker.rolePaths),
      (union) => `s.union_id = ${union}`,
      {
        owners: [onlooker.personId],
        isOwned: (person) => `s.organiser_kind = 'person' AND s.organiser_id = ${person}`,
      },
    );
  }

  /** By series. */
  async sumsOf(tx: Transaction, seriesIds: readonly string[]): Promise<Map<string, SeriesSums>> {
    const rows: (SeriesSums & { seriesId: string })[] = await tx.sql.query(
      `SELECT series_id AS "seriesId", count(*) FILTER (WHERE state = 'draft')::int AS drafts,
              min(starts_at) FILTER (WHERE state IN ('draft', 'published') AND starts_at > $2) AS "nextStartsAt"
       FROM activity WHERE series_id = ANY($1) GROUP BY series_id`,
      [seriesIds, tx.now],
    );
    return new Map(rows.map(({ seriesId, ...sums }) => [seriesId, sums]));
  }
}
