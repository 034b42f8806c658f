import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type MatchFilter, MatchRepository, type TitledMatch } from '../../lending/need/match.repository.js';
import type { MatchRow, NeedRow } from '../../lending/need/need.entity.js';
import { NeedRepository } from '../../lending/need/need.repository.js';

/** Stores matches with the needs that they answer. */
@Injectable()
export class MatchStore {
  constructor(
    private readonly matches: MatchRepository,
    private readonly needs: NeedRepository,
  ) {}

  need(tx: Transaction, needId: string): Promise<NeedRow | null> {
    return this.needs.findById(tx, needId);
  }

  list(tx: Transaction, filter: MatchFilter): Promise<TitledMatch[]> {
    return this.matches.list(tx, filter);
  }

  listAwaiting(...args: Parameters<MatchRepository['listAwaiting']>): Promise<TitledMatch[]> {
    return this.matches.listAwaiting(...args);
  }

  answeredWants(tx: Transaction, needId: string): Promise<number[]> {
    return this.matches.answeredWants(tx, needId);
  }

  /** @returns the updated match, with the titles of its sides */
  async update(tx: Transaction, row: MatchRow): Promise<TitledMatch> {
    await this.matches.update(tx, row);
    return this.titled(tx, row.id);
  }

  async titled(tx: Transaction, id: string): Promise<TitledMatch> {
    const titled = await this.matches.titled(tx, id);
    if (titled === null) throw new DomainError('NOT_FOUND');
    return titled;
  }

  /** Whether the offer is still a draft, known only to its organiser. */
  async isDraft(tx: Transaction, { offerKind, offerId }: MatchRow): Promise<boolean> {
    return offerKind === 'activity' && (await this.matches.stateOfActivity(tx, offerId)) === 'draft';
  }

  /**
   * Locks the need, then the match; of two needs that may be joined the older first, so that joins from both sides do
   * not deadlock.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, matchId: string): Promise<{ match: MatchRow; need: NeedRow }> {
    const known = await this.matches.findById(tx, matchId);
    if (known === null) throw new DomainError('NOT_FOUND');
    const ids = known.offerKind === 'need' ? [known.needId, known.offerId] : [known.needId];
    const need = (await this.needs.lockAll(tx, ids)).find(({ id }) => id === known.needId);
    const match = need && (await this.matches.lockById(tx, matchId));
    if (!match || !need) throw new DomainError('NOT_FOUND');
    return { match, need };
  }
}
