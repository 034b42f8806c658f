import { Injectable } from '@nestjs/common';
import {
  type ActorView,
  type OfficesRequest,
  type ResolvedSessionView,
  type ResolveSessionRequest,
  sessionContract,
} from '@gongxiang/contracts/membership/access/session.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import DataLoader from 'dataloader';
import { isUseDue } from '../api-key/api-key.model.js';
import { ApiKeyRepository } from '../api-key/api-key.repository.js';
import { hasSecondFactor, SecondFactors } from '../second-factor/second-factors.js';
import { rolesOf } from './session.model.js';
import { type ClaimedSession, type FoundActor, SessionRepository } from './session.repository.js';

const nobody: ResolvedSessionView = { active: false, actor: null, scopes: [] };
/** Maximum number of sessions per lookup. */
const batchMax = 200;

interface ResolveQuery extends ClaimedSession {
  readonly call: CallContext;
}

/**
 * Resolves a token or a key to its person, with their current roles, for the gateway. When an announced sign-up
 * opens, thousands of lookups arrive per second: those of one turn of the event loop share a query.
 */
@Injectable()
export class ResolveService {
  private readonly actors = new DataLoader<ResolveQuery, ActorView | null>(
    (queries) => this.actorsOf(queries),
    {
      // No caching: the reply has to be current.
      cache: false,
      maxBatchSize: batchMax,
    },
  );

  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRepository,
    private readonly factors: SecondFactors,
  ) {}

  @Handles(sessionContract.resolve)
  async resolve(request: ResolveSessionRequest, call: CallContext): Promise<ResolvedSessionView> {
    const { apiKeyHash, sessionId, personId } = request;
    if (apiKeyHash) return this.transactions.read(call, (tx) => this.byApiKey(tx, apiKeyHash));
    if (!personId || !sessionId) return nobody;
    const actor = await this.actors.load({ sessionId, personId, call });
    return actor === null ? nobody : { active: true, actor: { ...actor, sessionId }, scopes: [] };
  }

  @Handles(sessionContract.offices)
  offices({ personId }: OfficesRequest, call: CallContext): Promise<ResolvedSessionView> {
    return this.transactions.read(call, async (tx) => {
      const found = (await this.sessions.findActors(tx, [personId])).get(personId);
      const isFactorAsked = found === undefined || found.secondFactorDueAt !== null;
      if (isFactorAsked || hasSecondFactor(await this.factors.stateOf(tx, personId))) return nobody;
      return { active: true, actor: actorOf(found, tx.now), scopes: [] };
    });
  }

  private actorsOf(queries: readonly ResolveQuery[]): Promise<(ActorView | null)[]> {
    const longest = queries.reduce((one, other) => (one.call.deadline > other.call.deadline ? one : other));
    return this.transactions.read(longest.call, async (tx) => {
      const personOf = await this.sessions.findActive(tx, queries);
      const actors = await this.sessions.findActors(tx, [...personOf.values()]);
      return queries.map(({ sessionId, personId }) => {
        const found = personOf.get(sessionId) === personId ? actors.get(personId) : undefined;
        return found === undefined ? null : actorOf(found, tx.now);
      });
    });
  }

  private async byApiKey(tx: Transaction, hash: string): Promise<ResolvedSessionView> {
    const key = await this.apiKeys.findActive(tx, hash);
    const actor = key && (await this.sessions.findActors(tx, [key.personId])).get(key.personId);
    if (!key || !actor) return nobody;
    // The gateway asks about a key in use every half minute: no other service has to say so.
    if (isUseDue(key, tx.now)) await this.apiKeys.noteUse(tx, key.id);
    return { active: true, actor: { ...actorOf(actor, tx.now), apiKeyId: key.id }, scopes: key.scopes };
  }
}

/** What the person may at this moment, by a session as by a key. */
function actorOf({ secondFactorDueAt, roles, ...person }: FoundActor, now: Date): ActorView {
  return { ...person, ...rolesOf(roles, secondFactorDueAt, now) };
}
