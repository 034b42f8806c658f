import { Injectable } from '@nestjs/common';
import { OnDue, raiseNotices, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { reminderAt } from '../../reference/sealing/asking-times.model.js';
import { actions } from '../actions.js';
import { voteKeysView } from './vote-view.js';
import type { VoteRow } from './vote.entity.js';
import { VoteRepository } from './vote.repository.js';
import { VoterRepository } from './voter.repository.js';

const remindKind = 'vote-remind';

/** Notifies all who may vote, when it opens, once before it ends and at the result, because nobody knows who has voted. */
@Injectable()
export class VoteNotifications {
  constructor(
    private readonly votes: VoteRepository,
    private readonly voters: VoterRepository,
  ) {}

  async opened(tx: Transaction, vote: VoteRow): Promise<void> {
    await this.notify(tx, vote, 'voteOpen');
    await schedule(tx, { kind: remindKind, key: vote.id, at: reminderAt(vote.opensAt, vote.closesAt) });
  }

  @OnDue(remindKind)
  async remindDue(tx: Transaction, voteId: string): Promise<void> {
    const vote = await this.votes.find(tx, voteId);
    if (vote.state === 'open' && vote.closesAt > tx.now) await this.notify(tx, vote, 'voteReminded');
  }

  async cancelReminder(tx: Transaction, voteId: string): Promise<void> {
    await unschedule(tx, remindKind, voteId);
  }

  /** Of the result the officers of the union learn, too. */
  async closed(tx: Transaction, vote: VoteRow): Promise<void> {
    await this.notify(tx, vote, 'voteClosed');
    await raiseNotices(tx, 'evaluation', [
      {
        offices: { roles: actions.callVote.roles, unionIds: [vote.unionId], isNearest: true },
        kind: 'voteClosed',
        why: 'callsVotes',
        about: { voteId: vote.id },
        title: vote.title,
        cause: `voteClosed/${vote.id}`,
      },
    ]);
  }

  private async notify(
    tx: Transaction,
    vote: VoteRow,
    kind: 'voteOpen' | 'voteReminded' | 'voteClosed',
  ): Promise<void> {
    const { id: voteId, title, closesAt } = vote;
    const isClosed = kind === 'voteClosed';
    const { keysHash } = voteKeysView(vote);
    await raiseNotices(tx, 'evaluation', [
      {
        personIds: await this.voters.all(tx, voteId),
        kind,
        why: 'mayVote',
        about: { voteId },
        title,
        cause: `${kind}/${voteId}`,
        ...(isClosed ? {} : { values: { at: closesAt.toISOString(), keysHash } }),
        until: isClosed ? null : closesAt,
      },
    ]);
  }
}
