import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import { awaitsOfErasure, involvedInPaper } from './erasure.model.js';
import { ErasureRepository } from './erasure.repository.js';

/** Says whom a request on paper waits for: another officer of the union, and then its person. */
@Injectable()
export class ErasureAwaits {
  constructor(private readonly erasures: ErasureRepository) {}

  @OnDue(awaitsDue.erasure)
  async sync(tx: Transaction, id: string): Promise<void> {
    const paper = await this.erasures.findPaper(tx, id);
    if (paper === null) return;
    const decider = officeAt(paper.unionId, actions.decidePaperErasure, {
      exceptIds: involvedInPaper(paper),
    });
    await syncAwaits(tx, 'membership', 'erasure', [{ id, awaits: awaitsOfErasure(paper, decider) }]);
  }
}
