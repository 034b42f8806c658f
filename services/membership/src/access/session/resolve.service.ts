import { Injectable } from '@nestjs/common';
import {
  type ActorView,
  type ResolvedSessionView,
  type ResolveSessionRequest,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import DataLoader from 'dataloader';
import { ApiKeyRepository } from '../api-key/api-key.repository.js';
import { SessionRepository, type SessionOf } from './session.repository.js';

const nobody: ResolvedSessionView = { active: false, actor: null, scopes: [] };
/** So many are looked up together. */
const askedMax = 200;

interface Asked extends SessionOf {
  readonly call: CallContext;
}

/**
 * Tells the gateway who is behind a token or a key, with the roles of this moment. When an announced sign-up opens,
 * thousands are asked about in a second: those who are asked about in one turn are looked up together.
 */
@Injectable()
export class ResolveService {
  private readonly actors = new DataLoader<Asked, ActorView | null>((asked) => this.actorsOf(asked), {
    // What was true a moment ago is not the answer.
    cache: false,
    maxBatchSize: askedMax,
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRepository,
  ) {}

  @Handles(sessionContract.resolve)
  async resolve(request: ResolveSessionRequest, call: CallContext): Promise<ResolvedSessionView> {
    const { apiKeyHash, sessionId, personId } = request;
    if (apiKeyHash) return this.transactions.read(call, (tx) => this.byApiKey(tx, apiKeyHash));
    if (!personId || !sessionId) return nobody;
    const actor = await this.actors.load({ sessionId, personId, call });
    return actor === null ? nobody : { active: true, actor: { ...actor, sessionId }, scopes: [] };
  }

  private actorsOf(asked: readonly Asked[]): Promise<(ActorView | null)[]> {
    const last = asked.reduce((one, other) => (one.call.deadline > other.call.deadline ? one : other));
    return this.transactions.read(last.call, async (tx) => {
      const personOf = await this.sessions.living(tx, asked);
      const actors = await this.sessions.findActors(tx, [...personOf.values()]);
      return asked.map(({ sessionId, personId }) =>
        personOf.get(sessionId) === personId ? (actors.get(personId) ?? null) : null,
      );
    });
  }

  private async byApiKey(tx: Transaction, hash: string): Promise<ResolvedSessionView> {
    const key = await this.apiKeys.findLiving(tx, hash);
    const actor = key && (await this.sessions.findActors(tx, [key.personId])).get(key.personId);
    if (!key || !actor) return nobody;
    return { active: true, actor: { ...actor, apiKeyId: key.id }, scopes: key.scopes };
  }
}
