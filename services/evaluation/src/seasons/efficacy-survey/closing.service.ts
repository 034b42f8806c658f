import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { poolKeysKind } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';

export const closeKind = 'efficacy-survey-close';

/** Due work: open and count the pooled answers of an ended season. */
export const countKind = 'efficacy-survey-count';

/** Keeps audit records short enough to be read. */
const partiesAtOnce = 500;

/** Ends surveys: no more tokens are signed or answers accepted, and counting may begin. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** @param survey open and locked: answers in flight have been committed, and no new ones can begin */
  async begin(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const row = { ...survey, state: 'closing' as const, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await this.pools.dropPrivateKeys(tx, row.id);
    for (const kind of [closeKind, poolKeysKind]) await unschedule(tx, kind, row.id);
    await schedule(tx, { kind: countKind, key: row.id, at: tx.now });
    await this.recordTokens(tx, row.id);
    tx.audit({ noun: 'efficacy-survey', id: row.id, before: { state: 'open' }, after: { state: 'closing' } });
    return row;
  }

  /** Audits which parties took a token, all at once, so that no record reveals when one did. */
  async recordTokens(tx: Transaction, surveyId: string): Promise<void> {
    const parties = await this.invitations.pooled(tx, surveyId);
    for (let start = 0; start < parties.length; start += partiesAtOnce)
      tx.audit({
        noun: 'efficacy-survey',
        id: surveyId,
        before: { manner: null },
        after: { manner: 'pooled', parties: parties.slice(start, start + partiesAtOnce) },
      });
  }
}
