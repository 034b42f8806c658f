import { Injectable } from '@nestjs/common';
import type { CourseState, CourseUnionFigures } from '@gongxiang/contracts/affairs/records/course.contract';
import { courseUnionsMax } from '@gongxiang/contracts/affairs/records/course.contract';
import {
  decodeCursor,
  newestWithin,
  rowsFor,
  subtreesOf,
  titlePatternsOf,
  type Transaction,
} from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { withUnions, type WithUnion } from '../../reference/with-unions.js';
import { CourseEditionRow, CourseRow, CourseTakingRow } from './course.entity.js';

/** A course with the union that offers it. */
export type CourseRecord = WithUnion<CourseRow>;

interface PageFilter {
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** How many have begun and passed, in all and by union. */
export interface CourseFigures {
  readonly begun: number;
  readonly passed: number;
  readonly failed: number;
  readonly unions: CourseUnionFigures[];
}

@Injectable()
export class CourseRepository {
  async find(tx: Transaction, id: string): Promise<CourseRecord | null> {
    const row = await tx.sql.findOne(CourseRow, { where: { id } });
    const [record] = row === null ? [] : await withUnions(tx, [row]);
    return record ?? null;
  }

  lock(tx: Transaction, id: string): Promise<CourseRow | null> {
    return tx.sql.findOne(CourseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: CourseRow): Promise<void> {
    await tx.sql.insert(CourseRow, row);
  }

  async update(tx: Transaction, row: CourseRow): Promise<void> {
    await tx.sql.update(CourseRow, { id: row.id }, row);
  }

  /** Adds an edition, or writes that of a draft anew. */
  async putEdition(tx: Transaction, row: CourseEditionRow): Promise<void> {
    await tx.sql.upsert(CourseEditionRow, row, ['courseId', 'number']);
  }

  /** What the lessons of any edition show: whoever has begun an earlier one still reads it. */
  async fileIds(tx: Transaction, courseId: string): Promise<string[]> {
    const rows: { fileId: string }[] = await tx.sql.query(
      `SELECT DISTINCT file->>'fileId' AS "fileId"
       FROM course_edition e, jsonb_array_elements(e.definition->'lessons') AS lesson,
         jsonb_array_elements(
           coalesce(nullif(lesson->'pictures', 'null'), '[]') || coalesce(nullif(lesson->'attachments', 'null'), '[]')
             || coalesce(nullif(lesson->'recordings', 'null'), '[]')
         ) AS file
       WHERE e.course_id = $1`,
      [courseId],
    );
    return rows.map(({ fileId }) => fileId);
  }

  edition(tx: Transaction, courseId: string, number: number): Promise<CourseEditionRow> {
    return tx.sql.findOneOrFail(CourseEditionRow, { where: { courseId, number } });
  }

  /** What those of some audiences may take, the newest first. */
  async publishedFor(tx: Transaction, keys: readonly string[], filter: PageFilter): Promise<CourseRecord[]> {
    const query = newestBy(tx, filter)
      .andWhere(`c.state = 'published'`)
      .andWhere('c.audience_key = ANY(:keys)', { keys: [...keys] });
    return withUnions(tx, await query.getMany());
  }

  /** What somebody has begun under any of their ids, the newest course first. */
  async begunBy(tx: Transaction, personIds: readonly string[], filter: PageFilter): Promise<CourseRecord[]> {
    const query = newestBy(tx, filter).andWhere(
      'EXISTS (SELECT FROM course_taking k WHERE k.course_id = c.id AND k.person_id = ANY(:personIds))',
      { personIds: [...personIds] },
    );
    return withUnions(tx, await query.getMany());
  }

  /** Those of the unions in some subtrees, the newest first. */
  async ofUnions(
    tx: Transaction,
    filter: PageFilter & { readonly paths: readonly string[]; readonly state: CourseState },
  ): Promise<CourseRecord[]> {
    const query = newestBy(tx, filter).andWhere('c.state = :state', { state: filter.state });
    const rows = await newestWithin(tx, query, subtreesOf(filter.paths), (union) => `c.union_id = ${union}`);
    return withUnions(tx, rows);
  }

  /**
   * What somebody takes, under any of their ids. Of two that a merge has brought together, that which is passed counts, then
   * the earlier one.
   */
  async takings(
    tx: Transaction,
    personIds: readonly string[],
    courseIds: readonly string[],
  ): Promise<ReadonlyMap<string, CourseTakingRow>> {
    if (courseIds.length === 0) return new Map();
    const rows = await tx.sql.find(CourseTakingRow, {
      where: { courseId: In([...courseIds]), personId: In([...personIds]) },
    });
    const rank = ({ state, begunAt }: CourseTakingRow): number =>
      (state === 'passed' ? 0 : 1e15) + begunAt.getTime();
    // The last that is set counts.
    const worstFirst = rows.sort((left, right) => rank(right) - rank(left));
    return new Map(worstFirst.map((row) => [row.courseId, row]));
  }

  lockTaking(tx: Transaction, id: string): Promise<CourseTakingRow> {
    return tx.sql.findOneOrFail(CourseTakingRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insertTaking(tx: Transaction, row: CourseTakingRow): Promise<void> {
    await tx.sql.insert(CourseTakingRow, row);
  }

  async updateTaking(tx: Transaction, row: CourseTakingRow): Promise<void> {
    await tx.sql.update(CourseTakingRow, { id: row.id }, row);
  }

  findByCertificate(tx: Transaction, certificateNumber: string): Promise<CourseTakingRow | null> {
    return tx.sql.findOne(CourseTakingRow, { where: { certificateNumber } });
  }

  /** By the union to which people belonged as they began; where most have begun, first. */
  async figures(tx: Transaction, courseId: string): Promise<CourseFigures> {
    const rows: (CourseUnionFigures & { allBegun: number; allPassed: number; allFailed: number })[] =
      await tx.sql.query(
        `SELECT k.union_id AS "unionId", u.name AS "unionName", k.begun::int AS begun, k.passed::int AS passed,
           k.failed::int AS failed, (sum(k.begun) OVER ())::int AS "allBegun",
           (sum(k.passed) OVER ())::int AS "allPassed", (sum(k.failed) OVER ())::int AS "allFailed"
         FROM (
           SELECT union_id, count(*) AS begun, count(*) FILTER (WHERE state = 'passed') AS passed,
             count(*) FILTER (WHERE state = 'failed') AS failed
           FROM course_taking WHERE course_id = $1 GROUP BY union_id) AS k
         LEFT JOIN union_ref u ON u.id = k.union_id
         ORDER BY k.begun DESC, u.name, k.union_id LIMIT $2`,
        [courseId, courseUnionsMax],
      );
    const [first] = rows;
    return {
      begun: first?.allBegun ?? 0,
      passed: first?.allPassed ?? 0,
      failed: first?.allFailed ?? 0,
      unions: rows.map(({ unionId, unionName, begun, passed, failed }) => ({
        unionId,
        unionName,
        begun,
        passed,
        failed,
      })),
    };
  }
}

function newestBy(tx: Transaction, { q, cursor, limit }: PageFilter): SelectQueryBuilder<CourseRow> {
  const query = tx.sql.createQueryBuilder(CourseRow, 'c').orderBy('c.id', 'DESC').limit(rowsFor(limit));
  if (q !== undefined)
    query.andWhere('(c.title ILIKE :contained OR c.pinyin LIKE :typed)', titlePatternsOf(q));
  const before = decodeCursor(cursor, 1)?.[0];
  if (before != null) query.andWhere('c.id < :before', { before });
  return query;
}
