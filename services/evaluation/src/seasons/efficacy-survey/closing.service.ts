import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { poolKeysKind } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';

export const closeKind = 'efficacy-survey-close';

/** Due work: the pooled answers of a season that has ended are opened and counted. */
export const countKind = 'efficacy-survey-count';

/** A record of the trail stays short enough to be read. */
const partiesAtOnce = 500;

/** Ends surveys: from here on no token is signed and no answer taken, and counting may begin. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** @param survey open, and locked: whoever is answering has committed it, and nobody begins to */
  async begin(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const row = { ...survey, state: 'closing' as const, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await this.pools.dropPrivateKeys(tx, row.id);
    for (const kind of [closeKind, poolKeysKind]) await unschedule(tx, kind, row.id);
    await schedule(tx, { kind: countKind, key: row.id, at: tx.now });
    await this.noteTokens(tx, row.id);
    tx.audit({ noun: 'efficacy-survey', id: row.id, before: { state: 'open' }, after: { state: 'closing' } });
    return row;
  }

  /** Tells the trail which parties have taken a token: all at once, so that no record tells when one did. */
  async noteTokens(tx: Transaction, surveyId: string): Promise<void> {
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
