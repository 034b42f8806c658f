import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import { awaitsOfFounding } from './founding.model.js';
import { FoundingRepository } from './founding.repository.js';

/** Says whom a filing waits for: the officers of the union that has it. Whoever has filed it has no account. */
@Injectable()
export class FoundingAwaits {
  constructor(private readonly foundings: FoundingRepository) {}

  @OnDue(awaitsDue.founding)
  async sync(tx: Transaction, id: string): Promise<void> {
    const filing = await this.foundings.findById(tx, id);
    // Nobody above decides over the head of the union.
    const decider = filing && officeAt(filing.unionId, actions.seeFounding, { isHereAlone: true });
    const awaits = filing === null || decider === null ? [] : awaitsOfFounding(filing, decider);
    await syncAwaits(tx, 'membership', 'unionFounding', [{ id, awaits }]);
  }
}
