import { Injectable } from '@nestjs/common';
import { unschedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import { closeKind, countKind, VoteClosing } from './vote-closing.service.js';
import { VoteNotifications } from './vote-notifications.js';
import { VoteRepository } from './vote.repository.js';

/** Voids votes whose ballots can no longer be opened: they have no results and may be repeated. */
@Injectable()
export class VoteVoid {
  constructor(
    private readonly transactions: Transactions,
    private readonly votes: VoteRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly closing: VoteClosing,
    private readonly notifications: VoteNotifications,
  ) {}

  async declare(voteId: string): Promise<void> {
    await this.transactions.system(continueTrace(undefined), async (tx) => {
      const vote = await this.votes.lock(tx, voteId);
      if (vote.state !== 'open' && vote.state !== 'closing') return;
      await this.votes.update(tx, vote, { state: 'void', closedAt: tx.now, privateKey: null });
      await this.sealed.deleteAll(tx, voteId);
      tx.audit({ noun: 'vote', id: voteId, before: { state: vote.state }, after: { state: 'void' } });
      if (vote.state === 'open') await this.closing.recordTokens(tx, voteId);
      await this.notifications.cancelReminder(tx, voteId);
      for (const kind of [closeKind, countKind]) await unschedule(tx, kind, voteId);
    });
  }
}
