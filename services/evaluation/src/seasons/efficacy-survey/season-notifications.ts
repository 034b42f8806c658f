import { Injectable } from '@nestjs/common';
import { evaluationEvents, seasonRecipientsMax } from '@gongxiang/contracts/evaluation/evaluation-events';
import { OnDue, recordEvents, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reminderAt } from '../../surveys/survey/survey-times.model.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';

const remindKind = 'efficacy-survey-remind';

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

  private async notify(
    tx: Transaction,
    { id, name, closesAt }: EfficacySurveyRow,
    event: 'seasonOpened' | 'seasonReminded' | 'seasonClosed',
  ): Promise<void> {
    const { unionIds, personIds } = await this.invitations.answerers(tx, id, event === 'seasonReminded');
    const pages = Math.ceil(Math.max(unionIds.length, personIds.length) / seasonRecipientsMax);
    const events = Array.from({ length: pages }, (_one, page) => {
      const some = (ids: readonly string[]): string[] =>
        ids.slice(page * seasonRecipientsMax, (page + 1) * seasonRecipientsMax);
      const season = { efficacySurveyId: id, name, closesAt: closesAt.toISOString(), page };
      return { about: id, data: { ...season, unionIds: some(unionIds), personIds: some(personIds) } };
    });
    await recordEvents(tx, evaluationEvents[event], events);
  }
}
