import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanSides } from '../loan/loan-sides.js';
import { LoanNotices } from '../loan/loan-notices.js';
import type { DamageRow } from './loan-damage.entity.js';
import { decidingPath } from './loan-damage.model.js';
import { DamageRepository } from './loan-damage.repository.js';

/** Notices of a damage; nobody is notified of their own step. */
@Injectable()
export class DamageNotices {
  constructor(
    private readonly notices: LoanNotices,
    private readonly damages: DamageRepository,
  ) {}

  /** The borrower is asked to answer. */
  async claimed(tx: Transaction, { loan }: LoanSides, row: DamageRow): Promise<void> {
    const values = { reason: row.note, at: row.answerBy.toISOString(), fen: String(row.amountFen) };
    const notice = { kind: 'damageClaimed', cause: `damage/${row.id}/claimed`, values } as const;
    await this.notices.notifyPayer(tx, loan, notice);
  }

  /** The owner and the possible deciders are notified. */
  async disputed(
    tx: Transaction,
    { loan, ownerPath, borrower }: LoanSides,
    { id, objection }: DamageRow,
  ): Promise<void> {
    const values = objection === null ? {} : { reason: objection };
    const notice = { kind: 'damageDisputed', cause: `damage/${id}/disputed`, values } as const;
    await this.notices.notifyOwner(tx, loan, notice);
    const deciding = await this.damages.unionAt(tx, decidingPath(ownerPath, borrower.path));
    if (deciding !== null) await this.notices.notifyDeciders(tx, loan, deciding, notice);
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
