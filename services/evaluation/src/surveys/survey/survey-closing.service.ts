import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { auditTokens } from '../../reference/sealing/token-audit.js';
import { closeKind, SurveyOpener } from './survey-opener.js';
import type { SurveyRow } from './survey.entity.js';
import { SurveyRepository } from './survey.repository.js';

/** Due work: open and count the answers of an ended survey. */
export const countKind = 'survey-count';

/** Ends surveys: no more tokens are signed or answers accepted, and counting may begin. */
@Injectable()
export class SurveyClosingService {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly opener: SurveyOpener,
  ) {}

  @OnDue(closeKind)
  async closeDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state === 'open') await this.begin(tx, survey);
  }

  /** @param survey open and locked: answers in flight have been committed, and no new ones can begin */
  async begin(tx: Transaction, survey: SurveyRow): Promise<SurveyRow> {
    const row = { ...survey, state: 'closing' as const, privateKey: null, version: survey.version + 1 };
    await this.surveys.updateState(tx, row);
    tx.audit({ noun: 'survey', id: row.id, before: { state: 'open' }, after: { state: 'closing' } });
    await this.recordTokens(tx, row.id);
    await this.opener.cancelReminders(tx, row.id);
    await schedule(tx, { kind: countKind, key: row.id, at: tx.now });
    return row;
  }

  /** Audits who fetched a token, all at once, so that no record reveals when somebody did. */
  async recordTokens(tx: Transaction, surveyId: string): Promise<void> {
    auditTokens(tx, { noun: 'survey-token', id: surveyId }, await this.surveys.tokenHolders(tx, surveyId));
  }
}
