import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { poolKeysKind } from './pool-keys.service.js';
import { PoolRepository } from './pool.repository.js';

export const closeKind = 'efficacy-survey-close';

/** Due work: the pooled answers of a season that has ended are opened and counted. */
export const countKind = 'efficacy-survey-count';

/** Ends surveys: from here on no token is signed and no answer taken, and counting may begin. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
  ) {}

  /** @param survey open, and locked: whoever is answering has committed it, and nobody begins to */
  async begin(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const row = { ...survey, state: 'closing' as const, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await this.pools.dropPrivateKeys(tx, row.id);
    for (const kind of [closeKind, poolKeysKind]) await unschedule(tx, kind, row.id);
    await schedule(tx, { kind: countKind, key: row.id, at: tx.now });
    tx.audit({ noun: 'efficacy-survey', id: row.id, before: { state: 'open' }, after: { state: 'closing' } });
    return row;
  }
}
