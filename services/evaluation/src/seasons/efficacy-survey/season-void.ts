import { Injectable } from '@nestjs/common';
import { unschedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import { closeKind, ClosingService, countKind } from './closing.service.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { poolKeysKind } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';
import { SeasonNotifications } from './season-notifications.js';

/** Voids seasons whose pooled answers can no longer be opened: they have no results and may be repeated. */
@Injectable()
export class SeasonVoid {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly notifications: SeasonNotifications,
    private readonly closing: ClosingService,
  ) {}

  async declare(surveyId: string): Promise<void> {
    await this.transactions.system(continueTrace(undefined), async (tx) => {
      const survey = await this.surveys.lock(tx, surveyId);
      if (survey.state !== 'open' && survey.state !== 'closing') return;
      const row = { ...survey, state: 'void' as const, closedAt: tx.now, version: survey.version + 1 };
      await this.surveys.update(tx, row);
      await this.pools.dropPrivateKeys(tx, surveyId);
      await this.sealed.deleteAll(tx, surveyId);
      for (const kind of [closeKind, countKind, poolKeysKind]) await unschedule(tx, kind, surveyId);
      if (survey.state === 'open') await this.closing.recordTokens(tx, surveyId);
      await this.notifications.cancelReminders(tx, surveyId);
      tx.audit({
        noun: 'efficacy-survey',
        id: surveyId,
        before: { state: survey.state },
        after: { state: 'void' },
      });
    });
  }
}
