import { Injectable } from '@nestjs/common';
import type { ResolvedSessionView, ResolveSessionRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ApiKeyRepository } from '../api-key/api-key.repository.js';
import { SessionRepository } from './session.repository.js';

const nobody: ResolvedSessionView = { active: false, actor: null, scopes: [] };

/** Tells the gateway who is behind a token or a key, with the roles of this moment. */
@Injectable()
export class ResolveService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRepository,
  ) {}

  resolve(request: ResolveSessionRequest, call: CallContext): Promise<ResolvedSessionView> {
    return this.transactions.read(call, async (tx) => {
      if (request.apiKeyHash) return this.byApiKey(tx, request.apiKeyHash);
      if (!request.personId || !request.sessionId) return nobody;
      const { sessionId, personId } = request;
      const isLiving = await this.sessions.isLiving(tx, sessionId, personId);
      const actor = isLiving ? await this.sessions.findActor(tx, personId) : null;
      return actor === null ? nobody : { active: true, actor: { ...actor, sessionId }, scopes: [] };
    });
  }

  private async byApiKey(tx: Transaction, hash: string): Promise<ResolvedSessionView> {
    const key = await this.apiKeys.findLiving(tx, hash);
    const actor = key === null ? null : await this.sessions.findActor(tx, key.personId);
    if (key === null || actor === null) return nobody;
    return { active: true, actor: { ...actor, apiKeyId: key.id }, scopes: key.scopes };
  }
}
