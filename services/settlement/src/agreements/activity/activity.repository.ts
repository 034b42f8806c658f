import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AgreementRef } from '../agreement/agreement.entity.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { ActivityCloseRow, ActivityRef, LoanUseRow } from './activity.entity.js';

/** How many heads came for a union, and where that union stands in the tree. */
export interface HeadsOfUnion {
  readonly unionPath: string;
  readonly heads: number;
}

export type LoanUse = LoanUseRow & {
  /** Where the borrower stands in the tree; null where its copy is still missing. */
  readonly unionPath: string | null;
};

/** More loans for one activity than this are not looked at. */
const loanUsesMax = 1_000;

@Injectable()
export class ActivityRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async activity(tx: Transaction, id: string, pointer?: string): Promise<ActivityRef> {
    return (await tx.sql.findOneBy(ActivityRef, { id })) ?? pending(pointer);
  }

  /** The copy, null where it is not here. */
  find(tx: Transaction, id: string): Promise<ActivityRef | null> {
    return tx.sql.findOneBy(ActivityRef, { id });
  }

  /** The titles of activities, by id. */
  async titlesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.sql.findBy(ActivityRef, { id: In([...ids]) });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** The agreement in force; the latest where two copies say so for a moment. */
  agreementInForce(tx: Transaction, activityId: string): Promise<AgreementRef | null> {
    return tx.sql.findOne(AgreementRef, {
      where: { activityId, state: 'inForce' },
      order: { versionNumber: 'DESC' },
    });
  }

  /**
   * The heads by union, once the facts are all here: their count and their SHA-256 in the order of the person ids,
   * `personId:unionId:heads\n` each, are those of the close. To what was cancelled nobody came: what it cost all the same is
   * split without heads (E93).
   * @throws DomainError 409 `FACTS_INCOMPLETE`; `REFERENCE_PENDING` where a union's copy is missing
   */
  async completeHeads(
    tx: Transaction,
    activityId: string,
  ): Promise<{ factsHash: string; heads: HeadsOfUnion[] }> {
    const close = await tx.sql.findOneBy(ActivityCloseRow, { activityId });
    const [here] = (await tx.sql.query(
      `SELECT count(*)::int AS count, encode(sha256(convert_to(coalesce(string_agg(
                person_id || ':' || union_id || ':' || heads || E'\\n', '' ORDER BY person_id), ''), 'UTF8')), 'hex') AS hash
       FROM attendance_fact WHERE activity_id = $1 AND heads > 0`,
      [activityId],
    )) as [{ count: number; hash: string }];
    const isComplete =
      close === null
        ? await this.isCancelled(tx, activityId)
        : here.count === close.factCount && here.hash === close.factsHash;
    if (!isComplete) throw new DomainError('FACTS_INCOMPLETE', { retryAfterSeconds: 5 });
    const rows: { path: string | null; heads: number }[] = await tx.sql.query(
      `SELECT u.path, sum(f.heads)::int AS heads FROM attendance_fact f LEFT JOIN union_ref u ON u.id = f.union_id
       WHERE f.activity_id = $1 AND f.heads > 0 GROUP BY u.path`,
      [activityId],
    );
    const heads = rows.map(({ path, heads: count }) => ({ unionPath: path ?? pending(), heads: count }));
    return { factsHash: here.hash, heads };
  }

  /** The loans for an activity that were handed over, with the place of each borrower in the tree. */
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
