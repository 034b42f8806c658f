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
