import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsDue } from '../../unions/awaits/awaits-due.js';
import { officeAt, type Whom } from '../../unions/awaits/whom.js';
import { actions } from '../actions.js';
import type { IntakeRow } from './intake.entity.js';
import { awaitsOfIntake } from './intake.model.js';
import { IntakeRepository } from './intake.repository.js';

/** Says whom an entry waits for: an officer who answers, or its author, who says whether that helped. */
@Injectable()
export class IntakeAwaits {
  constructor(private readonly entries: IntakeRepository) {}

  @OnDue(awaitsDue.intake)
  async sync(tx: Transaction, id: string): Promise<void> {
    const entry = await this.entries.findById(tx, id);
    const awaits = entry === null ? [] : awaitsOfIntake(entry, answererOf(entry));
    await syncAwaits(tx, 'membership', 'intake', [{ id, awaits }]);
  }
}

/** An officer who writes to their own union is not the one to answer. */
function answererOf({ unionId, personId }: IntakeRow): Whom {
  return officeAt(unionId, actions.answerIntake, { exceptIds: [personId] });
}
