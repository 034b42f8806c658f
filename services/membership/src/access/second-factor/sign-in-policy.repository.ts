import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { SignInPolicyRow } from './sign-in-policy.entity.js';

@Injectable()
export class SignInPolicyRepository {
  find(tx: Transaction): Promise<SignInPolicyRow> {
    return tx.sql.findOneByOrFail(SignInPolicyRow, { id: true });
  }

  lock(tx: Transaction): Promise<SignInPolicyRow> {
    return tx.sql.findOneOrFail(SignInPolicyRow, {
      where: { id: true },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(tx: Transaction, row: SignInPolicyRow): Promise<void> {
    await tx.sql.update(SignInPolicyRow, { id: true }, row);
  }

  /**
   * Until when the person has to set up a second factor: 14 days after it was asked of a role of theirs, or after they
   * got that role; the earliest of several. Null where none is asked of them, or they have one.
   */
  async dueAt(tx: Transaction, personId: string): Promise<Date | null> {
    const rows: { dueAt: Date | null }[] = await tx.sql.query(
      `SELECT ${factorDueSql('$1::uuid')} AS "dueAt"`,
      [personId],
    );
    return rows[0]?.dueAt ?? null;
  }
}

/** SQL of {@link SignInPolicyRepository.dueAt}. @param personId SQL of the person's id */
export function factorDueSql(personId: string): string {
  return `(SELECT min(greatest(since.at, g.granted_at)) + interval '14 days'
    FROM role_grant g JOIN labour_union at ON at.id = g.union_id CROSS JOIN sign_in_policy s
    CROSS JOIN LATERAL (VALUES
      (CASE WHEN g.role = 'finance' THEN s.finance_since END),
      (CASE WHEN g.role = 'approver' THEN s.approver_since END),
      (CASE WHEN g.role IN ('officer', 'operator') AND at.path = '1.' THEN s.root_officer_since END)) AS since (at)
    WHERE g.person_id = ${personId} AND g.revoked_at IS NULL AND since.at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM totp_factor t WHERE t.person_id = g.person_id AND t.confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = g.person_id))`;
}
