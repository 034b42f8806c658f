import { Injectable } from '@nestjs/common';
import type { RoleName } from '@gongxiang/domain';
import { OnDue, raiseNotices, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reminderAt } from '../../reference/sealing/asking-times.model.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';

const remindKind = 'efficacy-survey-remind';
/** Who answers for a party: the officers of its own union, and none of superior ones. */
const answering: readonly RoleName[] = ['officer'];

/**
 * Notifies those who answer: when a season opens, once before it ends, and about its results. Who has answered is
 * known, but never how; those who have are not reminded.
 */
@Injectable()
export class SeasonNotifications {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  async opened(tx: Transaction, survey: EfficacySurveyRow): Promise<void> {
    await this.notify(tx, survey, 'seasonOpened');
    const at = reminderAt(survey.opensAt, survey.closesAt);
    await schedule(tx, { kind: remindKind, key: survey.id, at });
  }

  async closed(tx: Transaction, survey: EfficacySurveyRow): Promise<void> {
    await this.cancelReminders(tx, survey.id);
    await this.notify(tx, survey, 'seasonClosed');
  }

  /** Cancels the reminders. */
  async cancelReminders(tx: Transaction, surveyId: string): Promise<void> {
    await unschedule(tx, remindKind, surveyId);
  }

  @OnDue(remindKind)
  async remindDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.find(tx, surveyId);
    if (survey.state === 'open' && survey.closesAt > tx.now) await this.notify(tx, survey, 'seasonReminded');
  }

  /** Each person once, whatever they answer for. */
  private async notify(
    tx: Transaction,
    { id, name, closesAt }: EfficacySurveyRow,
    kind: 'seasonOpened' | 'seasonReminded' | 'seasonClosed',
  ): Promise<void> {
    const { unionIds, personIds } = await this.invitations.answerers(tx, id, kind === 'seasonReminded');
    await raiseNotices(tx, 'evaluation', [
      {
        personIds,
        offices: { roles: answering, unionIds, isNearest: false },
        kind,
        why: 'judgesSharing',
        about: { efficacySurveyId: id },
        title: name,
        cause: `${kind}/${id}`,
        values: { at: closesAt.toISOString() },
        until: kind === 'seasonClosed' ? null : closesAt,
      },
    ]);
  }
}
