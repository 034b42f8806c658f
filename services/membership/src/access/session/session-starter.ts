import { Injectable } from '@nestjs/common';
import type { SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import { newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { FamiliarNetworks } from './familiar-networks.js';
import type { SessionRow } from './session.entity.js';
import { accessTokenSeconds, sessionEnd } from './session.model.js';
import { SessionRepository } from './session.repository.js';
import { Tokens } from './tokens.js';

/** Starts a session for a person who has authenticated. */
@Injectable()
export class SessionStarter {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: Tokens,
    private readonly familiarNetworks: FamiliarNetworks,
  ) {}

  async start(tx: Transaction, personId: string): Promise<SignInView> {
    const row: SessionRow = {
      id: newId(),
      personId,
      generation: 1,
      origin: tx.call.from,
      device: tx.call.device ?? null,
      createdAt: tx.now,
      renewedAt: tx.now,
      expiresAt: sessionEnd(tx.now),
      revokedAt: null,
    };
    await this.sessions.insert(tx, row);
    await this.familiarNetworks.save(tx, personId);
    tx.audit({ noun: 'session', id: row.id, after: { personId } });
    return this.viewOf(tx, row);
  }

  viewOf(tx: Transaction, { id: sessionId, personId, generation }: SessionRow): SignInView {
    return {
      accessToken: this.tokens.access(personId, sessionId, tx.now),
      refreshToken: this.tokens.refresh({ sessionId, generation }),
      expiresIn: accessTokenSeconds,
    };
  }
}
