import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ApiKeyRepository } from './api-key.repository.js';

/** Keys end with what they stand on: the password by which they were made, the membership, the wish to be signed in somewhere. */
@Injectable()
export class ApiKeyEnding {
  constructor(private readonly apiKeys: ApiKeyRepository) {}

  async endAll(tx: Transaction, personId: string): Promise<void> {
    for (const id of await this.apiKeys.revokeAll(tx, personId))
      tx.audit({ noun: 'api-key', id, before: { revoked: false }, after: { revoked: true } });
  }
}
