import { Injectable } from '@nestjs/common';
import type { CircleMemberState } from '@gongxiang/contracts/affairs/circles/circle.contract';
import {
  decodeCursor,
  newestWithin,
  placeholdersIn,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In } from 'typeorm';
import { appealWaits } from '../../reference/remarks.js';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { CircleMemberRow, CircleRow } from './circle.entity.js';

/** A circle with the union that has founded it. */
export type CircleRecord = WithUnion<CircleRow>;

interface PageFilter {
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What waits for the moderators of a circle. */
export interface WaitingInCircle {
  readonly requests: number;
  readonly reports: number;
  /** Members who were named to moderate. */
  readonly moderatorIds: readonly string[];
  /** Whose posts and comments are reported: two people at most, as more are not asked for. */
  readonly reportedIds: readonly string[];
  /** Appeals against a hiding, with two at most of those who appeal, and of those who have hidden. */
  readonly appeals: number;
  readonly appellantIds: readonly string[];
  readonly hiderIds: readonly string[];
}

@Injectable()
export class CircleRepository {
  async find(tx: Transaction, id: string): Promise<CircleRecord | null> {
    const [record] = await this.byIds(tx, [id]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<CircleRow | null> {
    return tx.sql.findOne(CircleRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stays as it is until the transaction ends; many hold it at once, and whoever closes the circle waits for them. */
  hold(tx: Transaction, id: string): Promise<CircleRow | null> {
    return tx.sql.findOne(CircleRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(tx: Transaction, row: CircleRow): Promise<void> {
    await tx.sql.insert(CircleRow, row);
  }

  async update(tx: Transaction, row: CircleRow): Promise<void> {
    await tx.sql.update(CircleRow, { id: row.id }, row);
  }

  /** Circles of some unions, the newest first: a walk of each union's own index. */
  async ofUnions(tx: Transaction, unionIds: readonly string[], filter: PageFilter): Promise<CircleRecord[]> {
    const values: unknown[] = [];
    const bind = placeholdersIn(values);
    const conditions = ['c.union_id = own.id'];
    if (filter.q !== undefined) {
      const { contained, typed } = titlePatternsOf(filter.q);
      conditions.push(`(c.name ILIKE ${bind(contained)} OR c.pinyin LIKE ${bind(typed)})`);
    }
    const before = decodeCursor(filter.cursor, 1)?.[0];
    if (before != null) conditions.push(`c.id < ${bind(before)}::uuid`);
    const limit = bind(rowsFor(filter.limit));
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT found.id FROM unnest(${bind([...unionIds])}::uuid[]) AS own(id) CROSS JOIN LATERAL (
         SELECT c.id FROM circle c WHERE ${conditions.join(' AND ')} ORDER BY c.id DESC LIMIT ${limit}) AS found
       ORDER BY found.id DESC LIMIT ${limit}`,
      values,
    );
    return this.byIds(tx, idsIn(rows));
  }

  /** Those of the unions in some subtrees, the newest first. */
  async within(
    tx: Transaction,
    { paths, q, cursor, limit }: PageFilter & { readonly paths: readonly string[] },
  ): Promise<CircleRecord[]> {
    const query = tx.sql.createQueryBuilder(CircleRow, 'c').orderBy('c.id', 'DESC').limit(rowsFor(limit));
    if (q !== undefined)
      query.andWhere('(c.name ILIKE :contained OR c.pinyin LIKE :typed)', titlePatternsOf(q));
    const before = decodeCursor(cursor, 1)?.[0];
    if (before != null) query.andWhere('c.id < :before', { before });
    const rows = await newestWithin(tx, query, subtreesOf(paths), (union) => `c.union_id = ${union}`);
    return withUnions(tx, rows);
  }

  /** Those in which somebody is, or has asked to be, the newest first. */
  async ofPerson(tx: Transaction, personIds: readonly string[], filter: PageFilter): Promise<CircleRecord[]> {
    const values: unknown[] = [[...personIds]];
    const bind = placeholdersIn(values);
    const conditions = [`m.person_id = ANY($1::uuid[])`, `m.state IN ('member', 'asked')`];
    if (filter.q !== undefined) {
      const { contained, typed } = titlePatternsOf(filter.q);
      conditions.push(`(c.name ILIKE ${bind(contained)} OR c.pinyin LIKE ${bind(typed)})`);
    }
    const before = decodeCursor(filter.cursor, 1)?.[0];
    if (before != null) conditions.push(`m.circle_id < ${bind(before)}::uuid`);
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT DISTINCT m.circle_id AS id FROM circle_member m JOIN circle c ON c.id = m.circle_id
       WHERE ${conditions.join(' AND ')} ORDER BY m.circle_id DESC LIMIT ${bind(rowsFor(filter.limit))}`,
      values,
    );
    return this.byIds(tx, idsIn(rows));
  }

  /** In the order of the ids. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<CircleRecord[]> {
    if (ids.length === 0) return [];
    const records = await withUnions(tx, await tx.sql.find(CircleRow, { where: { id: In([...ids]) } }));
    return ids.flatMap((id) => records.filter((record) => record.id === id));
  }

  /** How many members some circles have: of two records of one person a merge ends one. */
  async memberCounts(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; count: number }[] = await tx.sql.query(
      `SELECT circle_id AS id, count(*)::int AS count FROM circle_member
       WHERE circle_id = ANY($1::uuid[]) AND state = 'member' GROUP BY circle_id`,
      [[...ids]],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** How one person stands to some circles, by circle; of two records of them the one that is in it counts, then the latest. */
  async standings(
    tx: Transaction,
    circleIds: readonly string[],
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, CircleMemberRow>> {
    if (circleIds.length === 0) return new Map();
    const rows = await tx.sql
      .createQueryBuilder(CircleMemberRow, 'm')
      .where('m.circleId IN (:...circleIds) AND m.personId IN (:...personIds)', { circleIds, personIds })
      .orderBy(`m.state IN ('member', 'asked')`, 'ASC')
      .addOrderBy('m.since', 'ASC')
      .getMany();
    return new Map(rows.map((row) => [row.circleId, row]));
  }

  lockMember(tx: Transaction, circleId: string, personId: string): Promise<CircleMemberRow | null> {
    return tx.sql.findOne(CircleMemberRow, {
      where: { circleId, personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async putMember(tx: Transaction, row: CircleMemberRow): Promise<void> {
    await tx.sql.upsert(CircleMemberRow, row, ['id']);
  }

  people(
    tx: Transaction,
    circleId: string,
    { state, cursor, limit }: PageFilter & { readonly state: CircleMemberState },
  ): Promise<CircleMemberRow[]> {
    const query = tx.sql
      .createQueryBuilder(CircleMemberRow, 'm')
      .where('m.circleId = :circleId AND m.state = :state', { circleId, state })
      .orderBy('m.id', 'DESC')
      .limit(rowsFor(limit));
    const before = decodeCursor(cursor, 1)?.[0];
    if (before != null) query.andWhere('m.id < :before', { before });
    return query.getMany();
  }

  /** In how many circles somebody is, or has asked to be. */
  countOfPerson(tx: Transaction, personIds: readonly string[]): Promise<number> {
    return tx.sql.count(CircleMemberRow, {
      where: { personId: In([...personIds]), state: In(['member', 'asked']) },
    });
  }

  countModerators(tx: Transaction, circleId: string): Promise<number> {
    return tx.sql.count(CircleMemberRow, { where: { circleId, state: 'member', isModerator: true } });
  }

  async waiting(tx: Transaction, circleId: string): Promise<WaitingInCircle> {
    const [row] = (await tx.sql.query(
      `SELECT
         (SELECT count(*)::int FROM circle_member WHERE circle_id = $1 AND state = 'asked') AS requests,
         (SELECT count(*)::int FROM circle_report WHERE circle_id = $1 AND state = 'waiting') AS reports,
         ARRAY(SELECT person_id FROM circle_member
           WHERE circle_id = $1 AND state = 'member' AND is_moderator ORDER BY person_id) AS "moderatorIds",
         ARRAY(SELECT DISTINCT p.person_id FROM circle_report r JOIN circle_post p ON p.id = r.post_id
           WHERE r.circle_id = $1 AND r.state = 'waiting' LIMIT 2) AS "reportedIds",
         (SELECT count(*)::int FROM circle_post p WHERE circle_id = $1 AND ${appealWaits}) AS appeals,
         ARRAY(SELECT DISTINCT person_id FROM circle_post p WHERE circle_id = $1 AND ${appealWaits} LIMIT 2) AS "appellantIds",
         ARRAY(SELECT DISTINCT decided_by FROM circle_post p WHERE circle_id = $1 AND ${appealWaits} LIMIT 2) AS "hiderIds"`,
      [circleId],
    )) as [WaitingInCircle];
    return row;
  }

  /** In which circles two records of one person both are. */
  async sharedBy(
    tx: Transaction,
    { from, into }: { readonly from: string; readonly into: string },
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT m.circle_id AS id FROM circle_member m JOIN circle_member o
         ON o.circle_id = m.circle_id AND o.person_id = $2
       WHERE m.person_id = $1 ORDER BY m.circle_id`,
      [from, into],
    );
    return idsIn(rows);
  }

  /** Withdraws what of somebody is hidden and appealed against, as the words are gone. @returns in which circles */
  async withdrawAppealed(tx: Transaction, personId: string): Promise<string[]> {
    const [rows] = (await tx.sql.query(
      `UPDATE circle_post p SET state = 'withdrawn', version = version + 1
       WHERE person_id IN (SELECT unnest(person_ids($1))) AND ${appealWaits} RETURNING circle_id AS id`,
      [personId],
    )) as [{ id: string }[], number];
    return idsIn(rows);
  }

  /** Takes the requests of somebody back. @returns the circles that they have asked */
  async removeRequests(tx: Transaction, personId: string): Promise<string[]> {
    const [rows] = (await tx.sql.query(
      `DELETE FROM circle_member
       WHERE person_id IN (SELECT unnest(person_ids($1))) AND state = 'asked' RETURNING circle_id AS id`,
      [personId],
    )) as [{ id: string }[], number];
    return idsIn(rows);
  }
}

function idsIn(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
