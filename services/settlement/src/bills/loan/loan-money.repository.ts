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

  /** Postings for a loan are made under this lock, so that reading and adding entries is serialised. */
  lock(tx: Transaction, id: string): Promise<LoanRef | null> {
    return tx.sql.findOne(LoanRef, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** In the order of the claims: ids rise with time. Sharing limits the number of damages of a loan. */
  damagesOf(tx: Transaction, loanId: string): Promise<DamageRef[]> {
    return tx.sql.find(DamageRef, { where: { loanId }, order: { id: 'ASC' } });
  }

  /** The entries of a loan and its damages, earliest first. */
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
