import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  type ListSessionsRequest,
  type RefreshSessionRequest,
  type RevokeSessionRequest,
  type RevokeSessionsRequest,
  sessionContract,
  type SessionsEndedView,
  type SessionView,
  type SignInView,
} from '@gongxiang/contracts/membership/access/session.contract';
import { type CallContext, DomainError, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ApiKeyRevocation } from '../api-key/api-key-revocation.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { SessionRow } from './session.entity.js';
import { renewalOf, sessionEnd } from './session.model.js';
import { refuseApiKey } from '../password/current-password-check.js';
import { SessionRepository } from './session.repository.js';
import { SessionStarter } from './session-starter.js';
import { withoutKey } from './sign-in.service.js';
import { Tokens } from './tokens.js';

@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly tokens: Tokens,
    private readonly starter: SessionStarter,
    private readonly apiKeys: ApiKeyRevocation,
    private readonly authChanges: AuthChanges,
  ) {}

  @Handles(sessionContract.refresh)
  async refresh(request: RefreshSessionRequest, call: CallContext): Promise<Outcome<SignInView>> {
    const token = this.tokens.readRefresh(request.refreshToken);
    if (token === null) throw new DomainError('SESSION_ENDED');
    const work = async (tx: Transaction): Promise<SignInView | null> => {
      // The lock makes two concurrent renewals get the same successor.
      const session = await this.sessions.lockById(tx, token.sessionId);
      return session === null ? null : this.renew(tx, session, token.generation);
    };
    const outcome = await this.transactions.command(withoutKey(call), sessionContract.refresh, {}, work);
    // Thrown after the commit, as a rollback would keep the session of the reused token alive.
    if (outcome.body === null) throw new DomainError('SESSION_ENDED');
    return { ...outcome, body: outcome.body };
  }

  @Handles(sessionContract.list)
  list(request: ListSessionsRequest, call: CallContext): Promise<Page<SessionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnSessions, {});
      const rows = await this.sessions.list(tx, tx.personId, request);
      const views = rows.map((row) => viewOf(row, tx.call.actor?.sessionId));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  @Handles(sessionContract.revoke)
  revoke(request: RevokeSessionRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, sessionContract.revoke, request, async (tx) => {
      const session = await this.sessions.lockById(tx, request.sessionId);
      if (session === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.revokeSession, { personId: session.personId, paths: [rootPath] });
      refuseApiKey(tx.call.actor);
      if (session.revokedAt === null) await this.end(tx, session);
      return new Done();
    });
  }

  /** Signs the caller out on all other devices, or everywhere; the latter also revokes their API keys. */
  @Handles(sessionContract.revokeAll)
  revokeAll(request: RevokeSessionsRequest, call: CallContext): Promise<Outcome<SessionsEndedView>> {
    return this.transactions.command(withoutKey(call), sessionContract.revokeAll, request, async (tx) => {
      tx.authorise(actions.revokeOwnSessions, {});
      refuseApiKey(tx.call.actor);
      const spared = request.which === 'others' ? (tx.call.actor?.sessionId ?? null) : null;
      const ended = await this.sessions.revokeAll(tx, tx.personId, spared);
      if (request.which === 'all') await this.apiKeys.revokeAll(tx, tx.personId);
      tx.audit({ noun: 'person', id: tx.personId, after: { sessionsEnded: ended, spared } });
      this.authChanges.publish(tx, tx.personId);
      return { ended };
    });
  }

  private async renew(tx: Transaction, session: SessionRow, generation: number): Promise<SignInView | null> {
    switch (renewalOf(session, generation, tx.now)) {
      case 'rotate': {
        const row = {
          ...session,
          generation: generation + 1,
          renewedAt: tx.now,
          expiresAt: sessionEnd(tx.now),
        };
        await this.sessions.update(tx, row);
        return this.starter.viewOf(tx, row);
      }
      case 'repeat':
        return this.starter.viewOf(tx, session);
      case 'revoke':
        await this.end(tx, session);
        return null;
      case 'refuse':
        return null;
    }
  }

  private async end(tx: Transaction, session: SessionRow): Promise<void> {
    await this.sessions.update(tx, { ...session, revokedAt: tx.now });
    tx.audit({ noun: 'session', id: session.id, before: { revoked: false }, after: { revoked: true } });
    this.authChanges.publish(tx, session.personId);
  }
}

function viewOf(row: SessionRow, currentId: string | undefined): SessionView {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    usedAt: row.renewedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    from: row.origin,
    device: row.device,
    current: row.id === currentId,
  };
}
