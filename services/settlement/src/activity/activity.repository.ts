import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { AgreementRef } from '../agreement/agreement.entity.js';
import { ActivityCloseRow, ActivityRef } from './activity.entity.js';

/** How many heads came for a union, and where that union stands in the tree. */
export interface HeadsOfUnion {
  readonly unionPath: string;
  readonly heads: number;
}

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
   * `personId:unionId:heads\n` each, are those of the close.
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
    if (close === null || here.count !== close.factCount || here.hash !== close.factsHash) {
      throw new DomainError('FACTS_INCOMPLETE', { retryAfterSeconds: 5 });
    }
    const rows: { path: string | null; heads: number }[] = await tx.sql.query(
      `SELECT u.path, sum(f.heads)::int AS heads FROM attendance_fact f LEFT JOIN union_ref u ON u.id = f.union_id
       WHERE f.activity_id = $1 AND f.heads > 0 GROUP BY u.path`,
      [activityId],
    );
    const heads = rows.map(({ path, heads: count }) => ({ unionPath: path ?? pending(), heads: count }));
    return { factsHash: here.hash, heads };
  }
}

function pending(pointer?: string): never {
  throw new DomainError('REFERENCE_PENDING', {
    retryAfterSeconds: 1,
    ...(pointer === undefined ? {} : { pointer }),
  });
}
