import { Injectable } from '@nestjs/common';
import {
  loanMoneyKinds,
  type LoanMoneyKind,
} from '@gongxiang/contracts/settlement/bills/loan-money.contract';
import type { Transaction } from '@gongxiang/persistence';
import { DamageRef } from '../loan-damage/loan-damage.entity.js';
import { LoanRef } from './loan.entity.js';
import type { LoanEntry } from './loan-money.model.js';

export type PostedEntry = LoanEntry & { readonly kind: LoanMoneyKind; readonly postedOn: string };

@Injectable()
export class LoanMoneyRepository {
  find(tx: Transaction, id: string): Promise<LoanRef | null> {
    return tx.sql.findOneBy(LoanRef, { id });
  }

  /** Whoever posts for a loan holds its lock: what is posted is looked at and added to by one at a time. */
  lock(tx: Transaction, id: string): Promise<LoanRef | null> {
    return tx.sql.findOne(LoanRef, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** In the order in which they were claimed: ids rise with time. Sharing bounds how many a loan may have. */
  damagesOf(tx: Transaction, loanId: string): Promise<DamageRef[]> {
    return tx.sql.find(DamageRef, { where: { loanId }, order: { id: 'ASC' } });
  }

  /** What is posted of a loan and its damages, the earliest first. */
  entriesOf(tx: Transaction, sourceIds: readonly string[]): Promise<PostedEntry[]> {
    return tx.sql.query(
      `SELECT e.id, e.kind, e.source_id AS "sourceId", e.posted_on AS "postedOn",
              (SELECT sum(p.amount_fen) FROM posting p WHERE p.entry_id = e.id)::bigint AS "amountFen",
              EXISTS (SELECT FROM entry r WHERE r.reversal_of = e.id) AS "isReversed"
       FROM entry e WHERE e.source_id = ANY($1::uuid[]) AND e.kind = ANY($2) AND e.kind <> 'reversal' ORDER BY e.id`,
      [sourceIds, loanMoneyKinds],
    );
  }
}
