import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { confirmationAwaitsDue } from '../awaits-due.js';
import { awaitsOfConfirmation } from './confirmation-awaits.model.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Says whom the confirmations of an entry wait for. */
@Injectable()
export class ConfirmationAwaits {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** All of an entry, or of a shared bill before it has one, together, as they begin together. */
  @OnDue(confirmationAwaitsDue)
  async sync(tx: Transaction, subjectId: string): Promise<void> {
    const rows = await this.confirmations.askedAbout(tx, subjectId);
    const names = await this.references.parties(tx, [...new Set(rows.map(({ party }) => party))]);
    const things = rows.map((row) => ({
      id: row.id,
      awaits: awaitsOfConfirmation(row, nameOf(row.party, names), actions.answerConfirmation),
    }));
    await syncAwaits(tx, 'settlement', 'confirmation', things);
  }
}
