import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { decidingPathOf } from './correction-presenter.js';
import { awaitsOfCorrection } from './correction.model.js';
import { type CorrectionRecord, CorrectionRepository } from './correction.repository.js';

/** Says whom a correction waits for: an officer who has not asked for it, and whom it is not about. */
@Injectable()
export class CorrectionAwaits {
  constructor(
    private readonly corrections: CorrectionRepository,
    private readonly unions: UnionRepository,
  ) {}

  @OnDue(awaitsDue.correction)
  async sync(tx: Transaction, id: string): Promise<void> {
    const correction = await this.corrections.findById(tx, id);
    const awaits =
      correction === null ? [] : awaitsOfCorrection(correction, await this.deciderOf(tx, correction));
    await syncAwaits(tx, 'membership', 'correction', [{ id, awaits }]);
  }

  private async deciderOf(tx: Transaction, correction: CorrectionRecord): Promise<Whom> {
    const deciding = await this.unions.findByPath(tx, decidingPathOf(correction));
    const exceptIds = [correction.proposedBy, correction.personId];
    return officeAt(deciding?.id ?? correction.unionId, actions.decideCorrection, { exceptIds });
  }
}
