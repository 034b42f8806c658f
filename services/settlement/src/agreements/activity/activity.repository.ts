import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AgreementRef } from '../agreement/agreement.entity.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { ActivityCloseRow, ActivityRef, LoanUseRow } from './activity.entity.js';

/** The headcount of a union, and its path. */
interface HeadsOfUnion {
  readonly unionPath: string;
  readonly heads: number;
}

export type LoanUse = LoanUseRow & {
  /** The path of the borrower; null while its copy is missing. */
  readonly unionPath: string | null;
};

/** The maximum number of loans considered for one activity. */
const loanUsesMax = 1_000;

@Injectable()
export class ActivityRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async activity(tx: Transaction, id: string, pointer?: string): Promise<ActivityRef> {
    return (await tx.sql.findOneBy(ActivityRef, { id })) ?? pending(pointer);
  }

  /** The copy of an activity, or null if it has not arrived. */
  find(tx: Transaction, id: string): Promise<ActivityRef | null> {
    return tx.sql.findOneBy(ActivityRef, { id });
  }

  /** The titles of activities, by id. */
  async titlesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.sql.findBy(ActivityRef, { id: In([...ids]) });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** The agreement in force; the latest if two copies claim it for a moment. */
  agreementInForce(tx: Transaction, activityId: string): Promise<AgreementRef | null> {
    return tx.sql.findOne(AgreementRef, {
      where: { activityId, state: 'inForce' },
      order: { versionNumber: 'DESC' },
    });
  }

  /**
   * The headcounts by union, once all facts have arrived: their count and SHA-256 (over `personId:unionId:heads\n` in
   * the order of person ids) must match the close. A cancelled activity has no attendance; its costs are split
   * without headcounts (E93).
   * @throws DomainError 409 `FACTS_INCOMPLETE`; `REFERENCE_PENDING` if a union's copy is missing
   */
  async completeHeads(
    tx: Transaction,
    activityId: string,
  ): Promise<{ factsHash: string; heads: HeadsOfUnion[] }> {
    const close = await tx.sql.findOneBy(ActivityCloseRow, { activityId });
    const [local] = (await tx.sql.query(
      `SELECT count(*)::int AS count, encode(sha256(convert_to(coalesce(string_agg(
                person_id || ':' || union_id || ':' || heads || E'\\n', '' ORDER BY person_id), ''), 'UTF8')), 'hex') AS hash
       FROM attendance_fact WHERE activity_id = $1 AND heads > 0`,
      [activityId],
    )) as [{ count: number; hash: string }];
    const isComplete =
      close === null
        ? await this.isCancelled(tx, activityId)
        : local.count === close.factCount && local.hash === close.factsHash;
    if (!isComplete) throw new DomainError('FACTS_INCOMPLETE', { retryAfterSeconds: 5 });
    const rows: { path: string | null; heads: number }[] = await tx.sql.query(
      `SELECT u.path, sum(f.heads)::int AS heads FROM attendance_fact f LEFT JOIN union_ref u ON u.id = f.union_id
       WHERE f.activity_id = $1 AND f.heads > 0 GROUP BY u.path`,
      [activityId],
    );
    const heads = rows.map(({ path, heads: count }) => ({ unionPath: path ?? pending(), heads: count }));
    return { factsHash: local.hash, heads };
  }

  /** The loans for an activity that were handed over, with the path of each borrower. */
  async loanUses(tx: Transaction, activityId: string): Promise<LoanUse[]> {
    const rows = await tx.sql
      .createQueryBuilder(LoanUseRow, 'l')
      .where('l.activityId = :activityId', { activityId })
      .orderBy('l.loanId')
      .limit(loanUsesMax)
      .getMany();
    const unions = await tx.sql.findBy(UnionRef, { id: In(rows.map((row) => row.borrowerUnionId)) });
    const pathOf = new Map(unions.map(({ id, path }) => [id, path]));
    return rows.map((row) => ({ ...row, unionPath: pathOf.get(row.borrowerUnionId) ?? null }));
  }

  private async isCancelled(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.sql.findOneBy(ActivityRef, { id }))?.state === 'cancelled';
  }
}

function pending(pointer?: string): never {
  throw new DomainError('REFERENCE_PENDING', {
    retryAfterSeconds: 1,
    ...(pointer === undefined ? {} : { pointer }),
  });
}
