import { Injectable } from '@nestjs/common';
import { OnDue, schedule, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { actions } from '../actions.js';
import { awaitsOfCorrection } from './attendance-correction.model.js';
import { AttendanceCorrectionRepository } from './attendance-correction.repository.js';

/** Due work: say whom a correction waits for, as it stands then. Its key is the correction. */
export const correctionAwaitsDue = 'attendance-correction-awaits';

/** Whom the correction waits for may have changed. It is looked at after the commit. */
export function correctionAwaitsMayChange(tx: Transaction, correctionId: string): Promise<void> {
  return schedule(tx, { kind: correctionAwaitsDue, key: correctionId, at: tx.now });
}

/** Says whom a proposed correction waits for. */
@Injectable()
export class CorrectionAwaits {
  constructor(
    private readonly corrections: AttendanceCorrectionRepository,
    private readonly activities: ActivityRepository,
  ) {}

  @OnDue(correctionAwaitsDue)
  async sync(tx: Transaction, correctionId: string): Promise<void> {
    const correction = await this.corrections.findById(tx, correctionId);
    const activity = correction && (await this.activities.findById(tx, correction.activityId));
    if (correction === null || activity === null) return;
    const awaits = awaitsOfCorrection(correction, activity, actions.decideCorrection.roles);
    await syncAwaits(tx, 'sharing', 'attendanceCorrection', [{ id: correctionId, awaits }]);
  }
}
