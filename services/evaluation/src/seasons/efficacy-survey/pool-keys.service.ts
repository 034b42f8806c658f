import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import {
  exportPrivateKey,
  exportPublicKey,
  generateSurveyKey,
} from '../../reference/sealing/blind-signature.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import type { EfficacySurveyRow, PublicKeyJwk } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { PoolRepository } from './pool.repository.js';
import { SeasonNotifications } from './season-notifications.js';

/** Due work: the pools of a season that has opened get their keys. */
export const poolKeysKind = 'efficacy-survey-keys';

/** About a second of a processor. */
const keysAtOnce = 16;

/**
 * Makes the keys that tokens are signed with, one for each pool: a token says that its holder is one of those, and no
 * more. A large network has hundreds of pools, so they are made after the opening; those who are asked are told when
 * there are all.
 */
@Injectable()
export class PoolKeysService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
    private readonly signingKeys: SigningKeyCipher,
    private readonly notifications: SeasonNotifications,
  ) {}

  async begin(tx: Transaction, { id }: EfficacySurveyRow): Promise<void> {
    await schedule(tx, { kind: poolKeysKind, key: id, at: tx.now });
  }

  @OnDue(poolKeysKind)
  async keysDue(tx: Transaction, surveyId: string): Promise<void> {
    // The close waits for it, answers do not.
    const survey = await this.surveys.lock(tx, surveyId, 'pessimistic_read');
    if (survey.state !== 'open') return;
    const waiting = await this.pools.withoutKeys(tx, surveyId, keysAtOnce);
    await Promise.all(
      waiting.map(async (pool) => {
        const key = await generateSurveyKey();
        await this.pools.saveKey(tx, pool, {
          publicKey: exportPublicKey(key) as PublicKeyJwk,
          privateKey: this.signingKeys.seal(pool.id, exportPrivateKey(key)),
        });
      }),
    );
    if (waiting.length < keysAtOnce) await this.notifications.opened(tx, survey);
    else await schedule(tx, { kind: poolKeysKind, key: surveyId, at: tx.now });
  }
}
