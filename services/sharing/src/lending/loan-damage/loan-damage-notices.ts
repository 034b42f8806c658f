import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { LoanNotices } from '../loan/loan-notices.js';
import type { DamageRow } from './loan-damage.entity.js';

/** Notices of what became of a damage. Whom it waits for is told as such. */
@Injectable()
export class DamageNotices {
  constructor(
    private readonly notices: LoanNotices,
    private readonly references: ReferenceRepository,
  ) {}

  /** Whoever asked for the loan has to know, also where they are none of those who answer for their union. */
  async claimed(tx: Transaction, { loan }: LoanSides, row: DamageRow): Promise<void> {
    const answering = await this.references.nearestHoldersOf(tx, actions.answerDamage, loan.borrowerUnionId);
    if (loan.requesterLeft || answering.includes(loan.requestedBy)) return;
    const values = { reason: row.note, at: row.answerBy.toISOString(), fen: String(row.amountFen) };
    const notice = { kind: 'damageClaimed', cause: `damage/${row.id}/claimed`, values } as const;
    await this.notices.notifyBorrower(tx, loan, notice);
  }

  /** The owner is notified. */
  async disputed(tx: Transaction, { loan }: LoanSides, { id, objection }: DamageRow): Promise<void> {
    const values = { reason: objection };
    const notice = { kind: 'damageDisputed', cause: `damage/${id}/disputed`, values } as const;
    await this.notices.notifyOwner(tx, loan, notice);
  }

  /** Both sides are notified of the amount. @param fen the amount owed, zero if nothing is */
  async settled(tx: Transaction, { loan }: LoanSides, row: DamageRow, fen: string): Promise<void> {
    const values = { fen, ...(row.reason === null ? {} : { reason: row.reason }) };
    const cause = `damage/${row.id}/${row.version}`;
    const notice = { kind: 'damageSettled', cause, values, except: tx.personId } as const;
    await this.notices.notifyOwner(tx, loan, notice);
    await this.notices.notifyPayer(tx, loan, notice);
  }
}
