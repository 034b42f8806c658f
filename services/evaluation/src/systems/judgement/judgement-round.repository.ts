import { Injectable } from '@nestjs/common';
import type { ListJudgementRoundsRequest } from '@gongxiang/contracts/evaluation/systems/judgement-round.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { JudgementRoundRow } from './judgement.entity.js';

/** What the round weighs, as it is called. */
export interface RoundSystem {
  readonly id: string;
  readonly name: string;
  readonly versionNumber: number;
}

@Injectable()
export class JudgementRoundRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<JudgementRoundRow> {
    return (await tx.sql.findOneBy(JudgementRoundRow, { id })) ?? missing();
  }

  /** Also protects its judges, because every change of them locks the round first. @throws DomainError `NOT_FOUND` */
  async lock(tx: Transaction, id: string): Promise<JudgementRoundRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(JudgementRoundRow, { where: { id }, lock })) ?? missing();
  }

  /**
   * Takes a shared lock: the round cannot be closed, while any number of judges may save concurrently.
   * @throws DomainError `NOT_FOUND`
   */
  async share(tx: Transaction, id: string): Promise<JudgementRoundRow> {
    const lock = { mode: 'pessimistic_read' } as const;
    return (await tx.sql.findOne(JudgementRoundRow, { where: { id }, lock })) ?? missing();
  }

  async insert(tx: Transaction, row: JudgementRoundRow): Promise<void> {
    await tx.sql.insert(JudgementRoundRow, row);
  }

  /** Nothing else of it ever changes. */
  async update(tx: Transaction, row: JudgementRoundRow): Promise<void> {
    const { id, version, state, closesAt, closedAt } = row;
    await tx.sql.update(JudgementRoundRow, { id }, { version, state, closesAt, closedAt });
  }

  async systemsOf(
    tx: Transaction,
    rows: readonly JudgementRoundRow[],
  ): Promise<ReadonlyMap<string, RoundSystem>> {
    const ids = [...new Set(rows.map(({ indicatorSystemId }) => indicatorSystemId))];
    const systems: RoundSystem[] = await tx.sql.query(
      `SELECT id, name, version_number AS "versionNumber" FROM indicator_system WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(systems.map((system) => [system.id, system]));
  }

  /** The newest round of a system that is over, has judgements that count, and was followed by no weights. */
  async toWeigh(tx: Transaction, systemId: string): Promise<Pick<JudgementRoundRow, 'id' | 'name'> | null> {
    const rows: Pick<JudgementRoundRow, 'id' | 'name'>[] = await tx.sql.query(
      `SELECT r.id, r.name FROM judgement_round r
       WHERE r.indicator_system_id = $1 AND r.state = 'closed'
         AND EXISTS (SELECT FROM judge j
           WHERE j.judgement_round_id = r.id AND j.revoked_at IS NULL AND j.judgements <> '[]')
         AND NOT EXISTS (SELECT FROM weight_version w WHERE w.indicator_system_id = r.indicator_system_id
           AND (w.judgement_round_id = r.id OR w.created_at > r.closed_at))
       ORDER BY r.id DESC LIMIT 1`,
      [systemId],
    );
    return rows[0] ?? null;
  }

  /** Newest first, of the systems that somebody tends. */
  list(
    tx: Transaction,
    filter: ListJudgementRoundsRequest,
    paths: readonly string[],
  ): Promise<JudgementRoundRow[]> {
    const query = tx.sql
      .createQueryBuilder(JudgementRoundRow, 'r')
      .where(
        `(SELECT u.path FROM indicator_system s JOIN union_ref u ON u.id = s.union_id
          WHERE s.id = r.indicator_system_id) ^@ ANY(:paths::text[])`,
        { paths },
      )
      .orderBy('r.id', 'DESC');
    const { indicatorSystemId, state } = filter;
    if (indicatorSystemId !== undefined)
      query.andWhere('r.indicatorSystemId = :indicatorSystemId', { indicatorSystemId });
    if (state !== undefined) query.andWhere('r.state = :state', { state });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('r.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
