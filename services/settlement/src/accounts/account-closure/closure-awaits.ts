import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { closureAwaitsDue } from '../awaits-due.js';
import { AccountClosureRepository, partyOfClosure } from './account-closure.repository.js';
import { awaitsOfClosure } from './closure-awaits.model.js';

/** Says whom the closing of accounts waits for. */
@Injectable()
export class ClosureAwaits {
  constructor(
    private readonly closures: AccountClosureRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(closureAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.closures.find(tx, id);
    if (row === null) return;
    const party = partyOfClosure(row);
    const name = nameOf(party, await this.references.parties(tx, [party]));
    const awaits = awaitsOfClosure(row, name, actions.approveClosure);
    await syncAwaits(tx, 'settlement', 'accountClosure', [{ id, awaits }]);
  }
}
