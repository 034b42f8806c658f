import { Injectable } from '@nestjs/common';
import type { ListSurveyPlansRequest } from '@gongxiang/contracts/evaluation/surveys/survey-plan.contract';
import { DomainError, pathsUpwards } from '@gongxiang/domain';
import {
  decodeCursor,
  placeholdersIn,
  reachCondition,
  rowsFor,
  subtreesOf,
  type Transaction,
} from '@gongxiang/persistence';
import { SurveyPlanRow } from './survey-plan.entity.js';

/** A plan with the names it refers to. */
export interface NamedPlan extends SurveyPlanRow {
  readonly unionName: string;
  readonly indicatorSystemName: string;
  readonly surveyCount: number;
}

const namedPlan = `SELECT p.id, p.version, p.union_id AS "unionId", u.name AS "unionName",
  p.indicator_system_id AS "indicatorSystemId", i.name AS "indicatorSystemName", p.questions, p.days_open AS "daysOpen",
  p.valid_from::text AS "validFrom", p.state, p.created_at AS "createdAt", p.ended_at AS "endedAt",
  (SELECT count(*)::int FROM survey s WHERE s.plan_id = p.id) AS "surveyCount"
  FROM survey_plan p JOIN union_ref u ON u.id = p.union_id JOIN indicator_system i ON i.id = p.indicator_system_id`;

@Injectable()
export class SurveyPlanRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<NamedPlan> {
    const rows: NamedPlan[] = await tx.sql.query(`${namedPlan} WHERE p.id = $1`, [id]);
    return rows[0] ?? missing();
  }

  /** @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string): Promise<SurveyPlanRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(SurveyPlanRow, { where: { id }, lock })) ?? missing();
  }

  /** @throws DomainError `SURVEY_PLAN_EXISTS` if the union already has one in force */
  async insert(tx: Transaction, row: SurveyPlanRow): Promise<void> {
    const { raw } = await tx.sql
      .createQueryBuilder()
      .insert()
      .into(SurveyPlanRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw new DomainError('SURVEY_PLAN_EXISTS', { pointer: '/unionId' });
  }

  async update(tx: Transaction, row: SurveyPlanRow): Promise<void> {
    await tx.sql.update(SurveyPlanRow, { id: row.id }, row);
  }

  /** The plan in force for a union: its own, else that of the nearest union above it; null if there is none. */
  async inForce(tx: Transaction, path: string): Promise<SurveyPlanRow | null> {
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT p.id FROM survey_plan p JOIN union_ref u ON u.id = p.union_id
       WHERE p.state = 'active' AND u.path = ANY($1) ORDER BY length(u.path) DESC LIMIT 1`,
      [pathsUpwards(path)],
    );
    const id = rows[0]?.id;
    // Locked, so that it cannot end or change while it opens a survey.
    const lock = { mode: 'pessimistic_read' } as const;
    return id === undefined ? null : tx.sql.findOne(SurveyPlanRow, { where: { id, state: 'active' }, lock });
  }

  /** Newest first: plans of the given subtrees, and plans from above that apply to them. */
  async list(
    tx: Transaction,
    filter: ListSurveyPlansRequest,
    paths: readonly string[],
  ): Promise<NamedPlan[]> {
    const cursor = decodeCursor(filter.cursor, 1);
    const above = [...new Set(paths.flatMap(pathsUpwards))];
    const { unionId = null, state = null } = filter;
    const values: unknown[] = [above, unionId, state, cursor?.[0] ?? null, rowsFor(filter.limit)];
    const isWithin = await reachCondition(tx, subtreesOf(paths), placeholdersIn(values));
    return tx.sql.query(
      `${namedPlan} WHERE (${isWithin('p.union_id')} OR p.union_id IN (SELECT id FROM union_ref WHERE path = ANY($1)))
         AND ($2::uuid IS NULL OR p.union_id = $2) AND ($3::text IS NULL OR p.state = $3)
         AND ($4::uuid IS NULL OR p.id < $4)
       ORDER BY p.id DESC LIMIT $5`,
      values,
    );
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
