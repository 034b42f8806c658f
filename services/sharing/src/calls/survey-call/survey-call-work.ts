import { Injectable } from '@nestjs/common';
import type { SurveyAsked } from '@gongxiang/contracts/evaluation/evaluation-events';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { AttendanceRepository } from '../../attendance/attendance.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: those who came are told of a survey, some hundreds at a time. */
export const surveyCallDue = 'survey-call';
/** So many people are told in one step. */
const notifiedPerStep = 500;

/** What the work carries from step to step. */
export interface CallStep extends SurveyAsked {
  readonly kind: 'surveyOpened' | 'surveyReminded';
  readonly after: string | null;
}

/**
 * Asks those who came to an activity what they think, and reminds them once. All of them: who has answered nobody knows, so
 * nobody can be left out.
 */
@Injectable()
export class SurveyCallWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly attendance: AttendanceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Goes at once by day; what falls into the night goes in the morning, where the survey is still open then. */
  async plan(tx: Transaction, kind: CallStep['kind'], survey: SurveyAsked): Promise<void> {
    const activity = await this.activities.findById(tx, survey.activityId);
    if (activity === null) return;
    const at = tellableAt(tx.now, new Date(survey.closesAt), activity.timeZone);
    await this.record(tx, { ...survey, kind, after: null }, at);
  }

  /** One step; it notes the next. Each person is told once, however often a step is done. */
  async tell(tx: Transaction, step: CallStep): Promise<void> {
    const { kind, activityId, surveyId, closesAt, keysHash = null, after } = step;
    // After an outage it may be too late to be of any use.
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
