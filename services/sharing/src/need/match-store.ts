import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { OfferDesk } from '../resource/offer-desk.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { type MatchFilter, MatchRepository, type TitledMatch } from './match.repository.js';
import type { MatchRow, NeedRow } from './need.entity.js';
import { NeedRepository } from './need.repository.js';

/** A match with the need that it answers and the resource that it offers. */
@Injectable()
export class MatchStore {
  constructor(
    private readonly matches: MatchRepository,
    private readonly needs: NeedRepository,
    private readonly offers: OfferDesk,
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

  update(tx: Transaction, row: MatchRow): Promise<void> {
    return this.matches.update(tx, row);
  }

  /** Locks the need, then the match. @throws DomainError `NOT_FOUND` */
  async lock(
    tx: Transaction,
    matchId: string,
  ): Promise<{ match: MatchRow; need: NeedRow; resource: ResourceRow }> {
    const known = await this.matches.findById(tx, matchId);
    const need = known && (await this.needs.lockById(tx, known.needId));
    const match = need && (await this.matches.lockById(tx, matchId));
    const resource = match && (await this.offers.find(tx, match.resourceId));
    if (!match || !need || !resource) throw new DomainError('NOT_FOUND');
    return { match, need, resource };
  }
}
