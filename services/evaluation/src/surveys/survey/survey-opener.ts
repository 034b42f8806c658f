import { Injectable } from '@nestjs/common';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { newId } from '@gongxiang/domain';
import { OnDue, recordEvent, scheduleAll, unschedule } from '@gongxiang/messaging/events';
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
import { reminderAt } from './survey-times.model.js';
import type { SurveyRow } from './survey.entity.js';
import { SurveyRepository } from './survey.repository.js';

/** Due work: a survey ends. */
export const closeKind = 'survey-close';
/** Due work: those who came are told that they are asked; and that it ends soon. */
const openKind = 'survey-open';
const remindKind = 'survey-remind';

export interface SurveyOrder {
  readonly activity: ActivityRef;
  readonly system: IndicatorSystemRow;
  /** Beyond the indicators. */
  readonly questions: readonly SurveyQuestion[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The standing order that wants it; null where somebody does. */
  readonly planId: string | null;
}

/** Makes surveys, and has those who came told of them: of the opening, and once before the end. */
@Injectable()
export class SurveyOpener {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly keys: KeyDirectory,
    private readonly signingKeys: SigningKeyCipher,
  ) {}

  /**
   * The key file is on the disk before the survey is committed. One that is left where the commit fails opens nothing.
   * @throws DomainError `ALREADY_EXISTS`, `SURVEY_EMPTY`, `DUPLICATE_ID`, `QUESTION_CHOICES`; `BUSY` where this process has
   * no key directory
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
    await this.keys.keep(id, sealingKey);
    await scheduleAll(tx, [
      { kind: closeKind, key: row.id, at: closesAt },
      { kind: openKind, key: row.id, at: opensAt },
      { kind: remindKind, key: row.id, at: reminderAt(opensAt, closesAt) },
    ]);
    return row;
  }

  /** Nobody is told any more of a survey that has ended before its time. */
  async silence(tx: Transaction, surveyId: string): Promise<void> {
    for (const kind of [closeKind, openKind, remindKind]) await unschedule(tx, kind, surveyId);
  }

  @OnDue(openKind)
  openDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.tell(tx, surveyId, evaluationEvents.surveyOpened);
  }

  @OnDue(remindKind)
  remindDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.tell(tx, surveyId, evaluationEvents.surveyReminded);
  }

  /** To all who came: who has answered nobody knows. */
  private async tell(
    tx: Transaction,
    surveyId: string,
    event: (typeof evaluationEvents)['surveyOpened' | 'surveyReminded'],
  ): Promise<void> {
    const survey = await this.surveys.find(tx, surveyId);
    const { activityId, closesAt, state } = survey;
    if (state !== 'open' || closesAt <= tx.now) return;
    const { keysHash } = surveyKeysView(survey);
    await recordEvent(tx, event, surveyId, {
      surveyId,
      activityId,
      closesAt: closesAt.toISOString(),
      keysHash,
    });
  }
}
