import { Injectable } from '@nestjs/common';
import type { ListSubsidyApplicationsRequest } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { newestWithin } from '../../reference/reach-sql.js';
import type { ApplicationState } from './subsidy-life.model.js';
import { SubsidyApplicationRow } from './subsidy-programme.entity.js';

@Injectable()
export class SubsidyApplicationRepository {
  find(tx: Transaction, id: string): Promise<SubsidyApplicationRow | null> {
    return tx.sql.findOneBy(SubsidyApplicationRow, { id });
  }

  findAll(tx: Transaction, ids: readonly string[]): Promise<SubsidyApplicationRow[]> {
    return tx.sql.findBy(SubsidyApplicationRow, { id: In([...new Set(ids)]) });
  }

  /** To be called after locking its programme. */
  lock(tx: Transaction, id: string): Promise<SubsidyApplicationRow | null> {
    return tx.sql.findOne(SubsidyApplicationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Transaction, row: SubsidyApplicationRow): Promise<void> {
    await tx.sql.insert(SubsidyApplicationRow, row as never);
  }

  async update(tx: Transaction, row: SubsidyApplicationRow): Promise<void> {
    await tx.sql.update(SubsidyApplicationRow, { id: row.id }, row as never);
  }

  /** Whether another active application already names the activity. */
  async isTaken(tx: Transaction, { programmeId, activityId, id }: SubsidyApplicationRow): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM subsidy_application WHERE programme_id = $1 AND activity_id = $2 AND id <> $3
       AND state NOT IN ('refused', 'withdrawn', 'lapsed') LIMIT 1`,
      [programmeId, activityId, id],
    );
    return rows.length > 0;
  }

  /** The applications of the programme's current round, in id order. */
  ofRound(
    tx: Transaction,
    programme: { readonly id: string; readonly round: number },
    states: readonly ApplicationState[],
  ): Promise<SubsidyApplicationRow[]> {
    return tx.sql.find(SubsidyApplicationRow, {
      where: { programmeId: programme.id, round: programme.round, state: In([...states]) },
      order: { id: 'ASC' },
    });
  }

  /**
   * The number of applications of the round that are submitted, or were decided before an objection to them was
   * upheld.
   */
  async undecided(
    tx: Transaction,
    { id, round }: { readonly id: string; readonly round: number },
  ): Promise<number> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS count FROM subsidy_application a
       WHERE a.programme_id = $1 AND a.round = $2 AND (a.state = 'submitted' OR (
         a.state IN ('proposed', 'rejected') AND EXISTS (
           SELECT FROM subsidy_objection o
           WHERE o.application_id = a.id AND o.upheld AND o.answered_at > a.decided_at)))`,
      [id, round],
    )) as [{ count: number }];
    return row.count;
  }

  /** The people who drafted, submitted or decided what is to be approved in the round. */
  async involvedIn(
    tx: Transaction,
    { id, round }: { readonly id: string; readonly round: number },
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT DISTINCT p.person_id AS "personId" FROM subsidy_application a
       CROSS JOIN LATERAL unnest(ARRAY[a.created_by, a.submitted_by, a.decided_by]) AS p(person_id)
       WHERE a.programme_id = $1 AND a.round = $2 AND a.state IN ('proposed', 'rejected')
         AND p.person_id IS NOT NULL ORDER BY 1`,
      [id, round],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Newest first; only those of unions within the caller's reach. */
  list(
    tx: Transaction,
    request: ListSubsidyApplicationsRequest,
    reach: readonly string[],
  ): Promise<SubsidyApplicationRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql
      .createQueryBuilder(SubsidyApplicationRow, 'a')
      .where(request.programmeId === undefined ? 'true' : 'a.programmeId = :programmeId', {
        programmeId: request.programmeId,
      })
      .andWhere(request.state === undefined ? 'true' : 'a.state = :state', { state: request.state })
      .andWhere(
        request.q === undefined
          ? 'true'
          : `(strpos(lower(a.title), lower(:q)) > 0
              OR strpos(lower((SELECT n.name FROM union_ref n WHERE n.id = a.unionId)), lower(:q)) > 0)`,
        { q: request.q },
      )
      .andWhere(cursor === null ? 'true' : 'a.id < :after', { after: cursor?.[0] })
      .orderBy('a.id', 'DESC')
      .limit(rowsFor(request.limit));
    return newestWithin(tx, query, { reach }, (union) => `a.unionId = ${union}`);
  }

  /** The ids of the subsidies granted, by application id. */
  async subsidyIdsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; application_id: string }[] = await tx.sql.query(
      'SELECT id, application_id FROM subsidy WHERE application_id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, application_id: applicationId }) => [applicationId, id]));
  }
}
