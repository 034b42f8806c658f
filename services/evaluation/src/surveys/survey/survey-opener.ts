import { Injectable } from '@nestjs/common';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { newId } from '@gongxiang/domain';
import { OnDue, raiseNotices, scheduleAll, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRef } from '../../reference/activity/activity.entity.js';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { generateSealingKey } from '../../reference/sealing/sealed-box.js';
import {
  exportPrivateKey,
  exportPublicKey,
  generateSurveyKey,
} from '../../reference/sealing/blind-signature.js';
import { questionsOf } from './questions.model.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import { surveyKeysView } from './survey-view.js';
import { reminderAt } from '../../reference/sealing/asking-times.model.js';
import type { SurveyRow } from './survey.entity.js';
import { SurveyRepository } from './survey.repository.js';

/** Due work: a survey ends. */
export const closeKind = 'survey-close';
/** Due work: notify the attendees that the survey is open, and that it ends soon. */
const openKind = 'survey-open';
const remindKind = 'survey-remind';

interface SurveyOrder {
  readonly activity: ActivityRef;
  readonly system: IndicatorSystemRow;
  /** Questions in addition to the indicators. */
  readonly questions: readonly SurveyQuestion[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The survey plan that opens it; null if a person does. */
  readonly planId: string | null;
}

/** Creates surveys and notifies the attendees at the opening and once before the end. */
@Injectable()
export class SurveyOpener {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly keys: KeyDirectory,
    private readonly signingKeys: SigningKeyCipher,
  ) {}

  /**
   * The key file is on disk before the survey is committed. If the commit fails, the leftover file opens nothing.
   * @throws DomainError `ALREADY_EXISTS`, `SURVEY_EMPTY`, `DUPLICATE_ID`, `QUESTION_CHOICES`; `BUSY` where this
   * process has no key directory
   */
  async open(tx: Transaction, order: SurveyOrder): Promise<SurveyRow> {
    const { activity, system, opensAt, closesAt, planId } = order;
    const questions = questionsOf(system.nodes, order.questions);
    const [key, sealingKey] = await Promise.all([generateSurveyKey(), generateSealingKey()]);
    const id = newId();
    const row: SurveyRow = {
      id,
      version: 1,
      activityId: activity.id,
      activityTitle: activity.title,
      indicatorSystemId: system.id,
      unionId: activity.unionId,
      planId,
      state: 'open',
      questions,
      cuts: [
        { dimension: 'functionBusiness', keys: [`${activity.function}.${activity.business}`] },
        { dimension: 'organiser', keys: [activity.unionId] },
      ],
      publicKey: exportPublicKey(key) as SurveyRow['publicKey'],
      privateKey: this.signingKeys.seal(id, exportPrivateKey(key)),
      sealingKey: sealingKey.publicKey,
      opensAt,
      closesAt,
      closedAt: null,
      cameCount: null,
      tokenCount: null,
      singleSource: await this.surveys.isSingleSource(tx, activity.id, null),
      createdAt: tx.now,
    };
    await this.surveys.insert(tx, row);
    await this.keys.store(id, sealingKey);
    await scheduleAll(tx, [
      { kind: closeKind, key: row.id, at: closesAt },
      { kind: openKind, key: row.id, at: opensAt },
      { kind: remindKind, key: row.id, at: reminderAt(opensAt, closesAt) },
    ]);
    return row;
  }

  /** Cancels the notifications of a survey that ended early. */
  async cancelReminders(tx: Transaction, surveyId: string): Promise<void> {
    for (const kind of [closeKind, openKind, remindKind]) await unschedule(tx, kind, surveyId);
  }

  @OnDue(openKind)
  openDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.notify(tx, surveyId, 'surveyOpened');
  }

  @OnDue(remindKind)
  remindDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.notify(tx, surveyId, 'surveyReminded');
  }

  /** Notifies all attendees, because nobody knows who has answered. */
  private async notify(
    tx: Transaction,
    surveyId: string,
    kind: 'surveyOpened' | 'surveyReminded',
  ): Promise<void> {
    const survey = await this.surveys.find(tx, surveyId);
    const { activityId, activityTitle, closesAt, state } = survey;
    if (state !== 'open' || closesAt <= tx.now) return;
    const { keysHash } = surveyKeysView(survey);
    await raiseNotices(tx, 'evaluation', [
      {
        personIds: await this.surveys.attendees(tx, activityId),
        kind,
        why: 'came',
        about: { surveyId },
        title: activityTitle,
        cause: `${kind}/${surveyId}`,
        values: { at: closesAt.toISOString(), ...(keysHash === null ? {} : { keysHash }) },
        until: closesAt,
      },
    ]);
  }
}
