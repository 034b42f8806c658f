import { Injectable } from '@nestjs/common';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { auditTokens } from '../../reference/sealing/token-audit.js';
import { VoteNotifications } from './vote-notifications.js';
import { VoteRepository } from './vote.repository.js';
import { VoterRepository } from './voter.repository.js';

/** Due work: a vote ends. */
export const closeKind = 'vote-close';
/** Due work: open and count the ballots of an ended vote. */
export const countKind = 'vote-count';

/** Ends votes: no more tokens are signed or ballots accepted, and counting may begin. */
@Injectable()
export class VoteClosing {
  constructor(
    private readonly votes: VoteRepository,
    private readonly voters: VoterRepository,
    private readonly notifications: VoteNotifications,
  ) {}

  /** Ballots in flight are committed before the lock is given, and no new ones can begin. */
  @OnDue(closeKind)
  async closeDue(tx: Transaction, voteId: string): Promise<void> {
    const vote = await this.votes.lock(tx, voteId);
    if (vote.state !== 'open') return;
    await this.votes.update(tx, vote, { state: 'closing', privateKey: null });
    tx.audit({ noun: 'vote', id: voteId, before: { state: 'open' }, after: { state: 'closing' } });
    await this.recordTokens(tx, voteId);
    await this.notifications.cancelReminder(tx, voteId);
    await schedule(tx, { kind: countKind, key: voteId, at: tx.now });
  }

  async recordTokens(tx: Transaction, voteId: string): Promise<void> {
    auditTokens(tx, { noun: 'vote-token', id: voteId }, await this.voters.tokenHolders(tx, voteId));
  }
}
