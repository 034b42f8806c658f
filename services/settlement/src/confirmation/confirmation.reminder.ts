import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MoneyCalls } from '../reference/money-calls.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { ConfirmationAsking } from './confirmation.asking.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Reminds a party that its time to answer is nearly over. */
@Injectable()
export class ConfirmationReminder {
  constructor(
    private readonly confirmations: ConfirmationRepository,
    private readonly references: ReferenceRepository,
    private readonly asking: ConfirmationAsking,
    private readonly calls: MoneyCalls,
  ) {}

  /** The open pages of those who may answer look again, and they are called. */
  async remind(tx: Transaction, confirmationId: string): Promise<void> {
    const row = await this.confirmations.findById(tx, confirmationId);
    if (row?.state !== 'waiting') return;
    await this.asking.hint(tx, row);
    const { id: aboutId, title, owesFen, owedFen, confirmBy: until, unionId } = row;
    const amount = owesFen > 0n ? owesFen : owedFen;
    const { path } = await this.references.union(tx, unionId);
    const call = { kind: 'confirmationDue', aboutId, title, amount, until } as const;
    await this.calls.make(tx, call, { rule: actions.answerConfirmation, paths: [path] });
  }
}
