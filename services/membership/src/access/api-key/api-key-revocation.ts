import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ApiKeyRepository } from './api-key.repository.js';

/**
 * Revokes API keys together with what they depend on: the password with which they were created, the membership, or
 * being signed in everywhere.
 */
@Injectable()
export class ApiKeyRevocation {
  constructor(private readonly apiKeys: ApiKeyRepository) {}

  async revokeAll(tx: Transaction, personId: string): Promise<void> {
    for (const id of await this.apiKeys.revokeAll(tx, personId))
      tx.audit({ noun: 'api-key', id, before: { revoked: false }, after: { revoked: true } });
  }
}
