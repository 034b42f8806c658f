import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { closeKind, SurveyOpener } from './survey-opener.js';
import type { SurveyRow } from './survey.entity.js';
import { SurveyRepository } from './survey.repository.js';

/** A record of the trail stays short enough to be read. */
const holdersAtOnce = 500;

/** Due work: the answers of a survey that has ended are opened and counted. */
export const countKind = 'survey-count';

/** Ends surveys: from here on no token is signed and no answer taken, and counting may begin. */
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

  /** @param survey open, and locked: whoever is inserting an answer has committed it, and nobody begins to */
  async begin(tx: Transaction, survey: SurveyRow): Promise<SurveyRow> {
    const row = { ...survey, state: 'closing' as const, privateKey: null, version: survey.version + 1 };
    await this.surveys.updateState(tx, row);
    tx.audit({ noun: 'survey', id: row.id, before: { state: 'open' }, after: { state: 'closing' } });
    await this.noteTokens(tx, row.id);
    await this.opener.silence(tx, row.id);
    await schedule(tx, { kind: countKind, key: row.id, at: tx.now });
    return row;
  }

  /** Tells the trail who has fetched a token: all at once, so that no record tells when somebody did. */
  async noteTokens(tx: Transaction, surveyId: string): Promise<void> {
    const holders = await this.surveys.tokenHolders(tx, surveyId);
    for (let start = 0; start < holders.length; start += holdersAtOnce)
      tx.audit({
        noun: 'survey-token',
        id: surveyId,
        before: null,
        after: { personIds: holders.slice(start, start + holdersAtOnce) },
      });
  }
}
