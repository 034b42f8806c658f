import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type CallDraft, MoneyCalls } from '../../reference/money-calls.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { ConfirmationAsking } from './confirmation-asking.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Calls those who may answer for a party: when it is asked, and once more when its time to answer is nearly over. */
@Injectable()
export class ConfirmationReminder {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly references: ReferenceRepository,
    private readonly asking: ConfirmationAsking,
    private readonly calls: MoneyCalls,
  ) {}

  /** By work of its own: an entry is posted without waiting for who is to be found. */
  async call(tx: Transaction, entryId: string): Promise<void> {
    for (const row of await this.confirmations.waitingOf(tx, entryId))
      await this.make(tx, 'confirmationAsked', row);
  }

  /** The open pages of those who may answer look again, and they are called. */
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.confirmations.findById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    await this.asking.hint(tx, row);
    await this.make(tx, 'confirmationDue', row);
  }

  private async make(tx: Transaction, kind: CallDraft['kind'], row: ConfirmationRow): Promise<void> {
    const { id: aboutId, title, owesFen, owedFen, confirmBy: until, unionId } = row;
    const direction = owesFen > 0n ? 'owes' : 'owed';
    const amount = direction === 'owes' ? owesFen : owedFen;
    const { path } = await this.references.union(tx, unionId);
    const partyName = nameOf(row.party, await this.references.parties(tx, [row.party]));
    const call = { kind, aboutId, title, amount, until, direction, partyName } as const;
    await this.calls.make(tx, call, { rule: actions.answerConfirmation, paths: [path] });
  }
}
