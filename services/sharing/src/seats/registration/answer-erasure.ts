import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { erasedAt, erasureDue, scheduleErasure } from '../../activities/sign-up-form/erasure.due.js';
import { keepDaysDefault } from '../../activities/sign-up-form/sign-up-form.service.js';
import { SignUpFormRepository } from '../../activities/sign-up-form/sign-up-form.repository.js';
import { AnswersRepository } from './answers.repository.js';

/** Erases answers after the retention days they were asked for. */
@Injectable()
export class AnswerErasure {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly forms: SignUpFormRepository,
    private readonly answers: AnswersRepository,
  ) {}

  @OnDue(erasureDue)
  async due(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) return;
    const form = await this.forms.find(tx, activityId, activity.formVersion);
    const keepDays = form?.keepDays ?? keepDaysDefault;
    // The activity may have been moved, or closed late, since this was scheduled.
    if (tx.now < erasedAt(activity, keepDays)) return scheduleErasure(tx, activity, keepDays);
    await this.answers.erase(tx, activityId);
  }
}
