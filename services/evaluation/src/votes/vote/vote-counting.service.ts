import { Injectable } from '@nestjs/common';
import { voteEvents } from '@gongxiang/contracts/evaluation/votes/vote-events';
import { OnDue, recordEvent, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type Counted, Counting, type Opened } from '../../reference/sealing/counting.js';
import { destroyKey } from '../../reference/sealing/key-ending.js';
import { Opening, openingPortion } from '../../reference/sealing/opening.js';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import type { SealingKeyPair } from '../../reference/sealing/sealed-box.js';
import { countKind } from './vote-closing.service.js';
import { VoteNotifications } from './vote-notifications.js';
import { VoteVoid } from './vote-void.js';
import type { VoteRow } from './vote.entity.js';
import { ballotIn, BallotTally, motionCounted, resultOf } from './vote.model.js';
import { VoteRepository } from './vote.repository.js';

interface Found {
  readonly tally: BallotTally;
}

/** Counts the ballots of ended votes. */
@Injectable()
export class VoteCounting implements Counted<VoteRow, Found> {
  readonly countKind = countKind;

  constructor(
    private readonly votes: VoteRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly voids: VoteVoid,
    private readonly notifications: VoteNotifications,
    private readonly counting: Counting,
  ) {}

  @OnDue(countKind)
  countDue(tx: Transaction, voteId: string): Promise<void> {
    return this.counting.due(tx, voteId, this);
  }

  async ended(tx: Transaction, voteId: string): Promise<VoteRow | null> {
    const vote = await this.votes.find(tx, voteId);
    return vote.state === 'closing' ? vote : null;
  }

  async count(vote: VoteRow, key: SealingKeyPair, signal: AbortSignal): Promise<Found & Opened> {
    const tally = new BallotTally(vote);
    const opening = new Opening(key, signal);
    try {
      await opening.each<Buffer>(
        (after) => this.sealed.answersFrom(vote.id, after, openingPortion),
        (bytes) => {
          const chosen = ballotIn(vote, bytes);
          if (chosen !== null) tally.add(chosen);
          return chosen !== null;
        },
      );
    } finally {
      await opening.end();
    }
    return { tally, unreadable: opening.unreadable };
  }

  /** The vote's row is the lock. */
  async publish(tx: Transaction, voteId: string, { tally }: Found): Promise<void> {
    const vote = await this.votes.lock(tx, voteId);
    if (vote.state !== 'closing') return;
    const result = resultOf(vote, vote.entitled ?? 0, { voted: tally.voted, counts: tally.byChoice() });
    const closed = await this.votes.update(tx, vote, { state: 'closed', closedAt: tx.now, result });
    await this.sealed.deleteAll(tx, voteId);
    tx.audit({
      noun: 'vote',
      id: voteId,
      before: { state: 'closing' },
      after: { state: 'closed', result },
    });
    await unschedule(tx, countKind, voteId);
    await destroyKey(tx, voteId);
    await this.notifications.closed(tx, closed);
    const counted = motionCounted(closed, result);
    if (counted !== null) await recordEvent(tx, voteEvents.motionCounted, voteId, counted);
  }

  declareVoid(voteId: string): Promise<void> {
    return this.voids.declare(voteId);
  }
}
