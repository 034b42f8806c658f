import { Injectable } from '@nestjs/common';
import type { SurveyAsked } from '@gongxiang/contracts/evaluation/evaluation-events';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { AttendanceRepository } from '../../attendance/attendance.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: notify participants of a survey, some hundreds at a time. */
export const surveyCallDue = 'survey-call';
/** People notified per step. */
const notifiedPerStep = 500;

/** State carried from step to step. */
export interface CallStep extends SurveyAsked {
  readonly kind: 'surveyOpened' | 'surveyReminded';
  readonly after: string | null;
}

/**
 * Asks the participants of an activity for their opinion, and reminds them once. All of them: surveys are anonymous,
 * so nobody can be left out.
 */
@Injectable()
export class SurveyCallWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly attendance: AttendanceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Sent at once by day; a night-time one in the morning, if the survey is still open then. */
  async plan(tx: Transaction, kind: CallStep['kind'], survey: SurveyAsked): Promise<void> {
    const activity = await this.activities.findById(tx, survey.activityId);
    if (activity === null) return;
    const at = tellableAt(tx.now, new Date(survey.closesAt), activity.timeZone);
    await this.record(tx, { ...survey, kind, after: null }, at);
  }

  /** One step; it schedules the next. Each person is notified once, however often a step runs. */
  async notify(tx: Transaction, step: CallStep): Promise<void> {
    const { kind, activityId, surveyId, closesAt, keysHash = null, after } = step;
    // After an outage it may be too late to be useful.
    if (new Date(closesAt) <= tx.now) return;
    const personIds = await this.attendance.present(tx, activityId, after, notifiedPerStep);
    await this.writer.write(
      tx,
      personIds.map((personId) => ({
        personId,
        activityId,
        kind,
        why: 'came',
        cause: `${kind}/${surveyId}`,
        details: { surveyId, at: closesAt, keysHash },
      })),
    );
    const last = personIds.at(-1);
    if (personIds.length === notifiedPerStep && last !== undefined)
      await this.record(tx, { ...step, after: last }, tx.now);
  }

  private record(tx: Transaction, step: CallStep, at: Date): Promise<void> {
    return schedule(tx, {
      kind: surveyCallDue,
      key: `${step.kind}/${step.surveyId}`,
      at,
      payload: { ...step },
    });
  }
}
