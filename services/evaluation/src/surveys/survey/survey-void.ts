import { Injectable } from '@nestjs/common';
import { unschedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import { countKind, SurveyClosingService } from './survey-closing.service.js';
import { SurveyOpener } from './survey-opener.js';
import { SurveyRepository } from './survey.repository.js';

/** Voids surveys whose answers can no longer be opened: they have no results and may be repeated. */
@Injectable()
export class SurveyVoid {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: SurveyRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly opener: SurveyOpener,
    private readonly closing: SurveyClosingService,
  ) {}

  async declare(surveyId: string): Promise<void> {
    await this.transactions.system(continueTrace(undefined), async (tx) => {
      const survey = await this.surveys.lock(tx, surveyId);
      if (survey.state !== 'open' && survey.state !== 'closing') return;
      const row = { ...survey, state: 'void' as const, closedAt: tx.now, privateKey: null };
      await this.surveys.updateState(tx, { ...row, version: survey.version + 1 });
      await this.sealed.deleteAll(tx, surveyId);
      tx.audit({ noun: 'survey', id: surveyId, before: { state: survey.state }, after: { state: 'void' } });
      if (survey.state === 'open') await this.closing.recordTokens(tx, surveyId);
      await this.opener.cancelReminders(tx, surveyId);
      await unschedule(tx, countKind, surveyId);
    });
  }
}
