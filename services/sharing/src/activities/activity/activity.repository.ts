import { Injectable } from '@nestjs/common';
import type { ListActivitiesRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { parsePartyKey } from '@gongxiang/domain';
import { decodeCursor, escapeLike, rowsFor, type Transaction, typedTitleOf } from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { ActivityRow, type ShownActivity, unshownFields } from './activity.entity.js';
import { ActivityTurns } from './activity-turns.js';
import { phaseSql, seatsFreeSql, stageSql } from './activity-phase-sql.js';
import { KnownActivities, type Written } from './known-activities.js';

/** The viewer whose drafts a list may show. */
export interface Onlooker {
  readonly personId: string;
  /** The subtrees in which they hold a role that sees drafts. */
  readonly rolePaths: readonly string[];
}

@Injectable()
export class ActivityRepository {
  private readonly known = new KnownActivities();

  constructor(private readonly turns: ActivityTurns) {}

  findById(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return tx.sql.findOneBy(ActivityRow, { id });
  }

  findByIds(tx: Transaction, ids: readonly string[]): Promise<ActivityRow[]> {
    return tx.sql.findBy(ActivityRow, { id: In(ids) });
  }

  /**
   * Everything that changes an activity, or depends on its state, takes this lock first, and with it the in-process
   * turn.
   */
  lockById(tx: Transaction, id: string): Promise<ActivityRow | null> {
    tx.takeTurn(this.turns.at(id));
    return tx.sql.findOne(ActivityRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Sends for the same lock and for the reads under it at once: see {@link Transaction.ahead}. */
  underLock<T>(tx: Transaction, id: string, reads: () => Promise<T>): Promise<T> {
    tx.takeTurn(this.turns.at(id));
    return tx.ahead('SELECT FROM activity WHERE id = $1 FOR UPDATE', [id], reads);
  }

  async insert(tx: Transaction, row: ActivityRow): Promise<void> {
    await tx.sql.insert(ActivityRow, row);
  }

  /** At most 200: PostgreSQL allows 65,535 parameters in a statement. */
  async insertAll(tx: Transaction, rows: ActivityRow[]): Promise<void> {
    await tx.sql.insert(ActivityRow, rows);
  }

  async update(tx: Transaction, row: ActivityRow): Promise<void> {
    await tx.sql.update(ActivityRow, { id: row.id }, row);
  }

  /** Rewrites the path of a moved union. */
  async moveUnion(tx: Transaction, union: { readonly id: string; readonly path: string }): Promise<void> {
    await tx.sql.query('UPDATE activity SET union_path = $2 WHERE union_id = $1 AND union_path <> $2', [
      union.id,
      union.path,
    ]);
  }

  /** By start, then id. The ids are queried each time; their columns only for those written since the last look. */
  async list(tx: Transaction, filter: ListActivitiesRequest, onlooker: Onlooker): Promise<ShownActivity[]> {
    const direction = filter.sort === 'latest' ? 'DESC' : 'ASC';
    const query = tx.sql
      .createQueryBuilder(ActivityRow, 'a')
      .orderBy('a.startsAt', direction)
      .addOrderBy('a.id', direction);
    seenBy(query, onlooker);
    narrow(query, filter, tx.now);
    const listed = await selectWritten(query.clone()).limit(rowsFor(filter.limit)).getRawMany<Written>();
    return this.known.all(listed, (ids) =>
      // Repeats the conditions: an activity that no longer meets them is left out.
      selectShown(query.andWhere('a.id = ANY(:ids)', { ids })).getRawMany<ShownActivity & Written>(),
    );
  }

  /** How many seats are free in each of these activities. */
  async seatsFreeIn(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; seatsFree: number }[] = await tx.sql.query(
      `SELECT a.id, ${seatsFreeSql('a')} AS "seatsFree" FROM activity a WHERE a.id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, seatsFree }) => [id, seatsFree]));
  }

  /** All activities in id order, for republishing. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<ActivityRow[]> {
    const query = tx.sql.createQueryBuilder(ActivityRow, 'a').orderBy('a.id').limit(limit);
    return (afterId === null ? query : query.where('a.id > :afterId', { afterId })).getMany();
  }
}

type ActivityQuery = SelectQueryBuilder<ActivityRow>;

function selectWritten(query: ActivityQuery): ActivityQuery {
  return query.select('a.id', 'id').addSelect('a.xmin::text', 'writtenBy');
}

/** Raw rows: creating entities for a page takes longer than everything else. */
function selectShown(query: ActivityQuery): ActivityQuery {
  const { columns } = query.connection.getMetadata(ActivityRow);
  const unshown = new Set<string>(unshownFields);
  selectWritten(query);
  for (const { propertyName } of columns)
    if (propertyName !== 'id' && !unshown.has(propertyName))
      query.addSelect(`a.${propertyName}`, propertyName);
  return query;
}

function narrow(query: ActivityQuery, filter: ListActivitiesRequest, now: Date): void {
  standingAt(query, filter, now);
  if (filter.state !== undefined) query.andWhere('a.state = :state', { state: filter.state });
  if (filter.kind !== undefined) query.andWhere('a.kind = :kind', { kind: filter.kind });
  if (filter.function !== undefined) query.andWhere('a.function = :function', { function: filter.function });
  if (filter.business !== undefined) query.andWhere('a.business = :business', { business: filter.business });
  if (filter.from !== undefined) query.andWhere('a.startsAt >= :from', { from: new Date(filter.from) });
  if (filter.to !== undefined) query.andWhere('a.startsAt < :to', { to: new Date(filter.to) });
  titled(query, filter.q);
  withinUnion(query, filter.union);
  ofOrganiser(query, filter.organiser);
  const cursor = decodeCursor(filter.cursor, 2);
  const beyond = filter.sort === 'latest' ? '<' : '>';
  if (cursor !== null)
    query.andWhere(`(a.startsAt, a.id) ${beyond} (:startsAt, :id)`, { startsAt: cursor[0], id: cursor[1] });
}

export function seenBy(query: ActivityQuery, { personId, rolePaths }: Onlooker): void {
  query.where(seenSql('a', { personId: ':personId', rolePaths: ':rolePaths' }), { personId, rolePaths });
}

/**
 * Published activities are visible to everybody; a draft to the person who proposed it and to the roles of the unions
 * that take part. @param onlooker the parameters of the statement
 */
export function seenSql(
  activity: string,
  { personId, rolePaths }: { readonly personId: string; readonly rolePaths: string },
): string {
  const ofMyUnions = `EXISTS (SELECT 1 FROM union_ref taking, unnest(CAST(${rolePaths} AS text[])) AS r(path)
    WHERE taking.id = ANY(${activity}.party_union_ids) AND starts_with(taking.path, r.path))`;
  const mine = `${activity}.proposal IS NOT NULL
    AND CAST(${activity}.proposal->>'personId' AS uuid) = ANY(person_ids(${personId}))`;
  return `(${activity}.published_at IS NOT NULL OR (${mine}) OR ${ofMyUnions})`;
}

/** Archived activities are listed only on request. */
function standingAt(
  query: ActivityQuery,
  { phase, stage }: Pick<ListActivitiesRequest, 'phase' | 'stage'>,
  now: Date,
): void {
  if (phase === undefined && stage === undefined) query.andWhere('a.archivedAt IS NULL');
  if (phase !== undefined) query.andWhere(phaseSql(phase, 'a', ':now'), { now });
  if (stage !== undefined) query.andWhere(stageSql(stage, 'a', ':now'), { now });
}

/** Latin letters may be pinyin, by which the search of everything finds a title too. */
function titled(query: ActivityQuery, q: string | undefined): void {
  if (q === undefined) return;
  query.setParameters({ pattern: `%${escapeLike(q)}%` });
  const { pinyin } = typedTitleOf(q);
  if (pinyin === null) query.andWhere('a.title LIKE :pattern');
  else
    query.andWhere(
      `(a.title LIKE :pattern
        OR a.id IN (SELECT at.id FROM activity_title at WHERE at.pinyin LIKE :pinyin))`,
      { pinyin: `% ${escapeLike(pinyin)}%` },
    );
}

function withinUnion(query: ActivityQuery, unionId: string | undefined): void {
  if (unionId === undefined) return;
  // A subtree is a range: from the path itself to the path with its last dot replaced by the character after it.
  query
    .andWhere('a.unionPath >= (SELECT s.path FROM union_ref s WHERE s.id = :unionId)', { unionId })
    .andWhere(`a.unionPath < (SELECT left(s.path, -1) || '/' FROM union_ref s WHERE s.id = :unionId)`);
}

function ofOrganiser(query: ActivityQuery, key: string | undefined): void {
  if (key === undefined) return;
  const { kind, id } = parsePartyKey(key);
  query.andWhere('a.organiserId = :organiserId AND a.organiserKind = :kind', { organiserId: id, kind });
}

/** Those of these activities that have a give-away. */
export function withGiveAway(
  tx: Transaction,
  activityIds: readonly string[],
): Promise<{ readonly activityId: string }[]> {
  return tx.sql.query(`SELECT activity_id AS "activityId" FROM give_away WHERE activity_id = ANY($1)`, [
    activityIds,
  ]);
}

/** Whether anybody has ever signed up for an activity. */
export async function hasRegistrations(tx: Transaction, activityId: string): Promise<boolean> {
  const rows: unknown[] = await tx.sql.query('SELECT 1 FROM registration WHERE activity_id = $1 LIMIT 1', [
    activityId,
  ]);
  return rows.length > 0;
}
