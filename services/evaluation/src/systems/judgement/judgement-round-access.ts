import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { JudgementRoundRow } from './judgement.entity.js';
import { JudgementRoundRepository } from './judgement-round.repository.js';

/** Finds and locks rounds for those who may edit their system; everybody else gets `NOT_FOUND`. */
@Injectable()
export class JudgementRoundAccess {
  constructor(
    private readonly rounds: JudgementRoundRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** The system to be weighed. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ILLEGAL_TRANSITION` for a draft */
  async lockSystem(tx: Transaction, systemId: string): Promise<IndicatorSystemRow> {
    const system = await this.systems.lock(tx, systemId);
    const { path } = await this.references.union(tx, system.unionId);
    const isPublished = system.state === 'published';
    tx.authorise(actions.tendIndicators, { paths: [path], visible: isPublished });
    // Judgements of a draft would refer to indicators that may still change.
    if (!isPublished) throw new DomainError('ILLEGAL_TRANSITION');
    return system;
  }

  /** @throws DomainError `NOT_FOUND` */
  async findEditable(tx: Transaction, roundId: string): Promise<JudgementRoundRow> {
    return this.requireEditable(tx, await this.rounds.find(tx, roundId));
  }

  /** @throws DomainError `NOT_FOUND` */
  async lockEditable(tx: Transaction, roundId: string): Promise<JudgementRoundRow> {
    return this.requireEditable(tx, await this.rounds.lock(tx, roundId));
  }

  /** @throws DomainError `NOT_FOUND`, `ROUND_CLOSED` */
  async lockOpen(tx: Transaction, roundId: string): Promise<JudgementRoundRow> {
    const round = await this.lockEditable(tx, roundId);
    if (round.state !== 'open') throw new DomainError('ROUND_CLOSED');
    return round;
  }

  private async requireEditable(tx: Transaction, round: JudgementRoundRow): Promise<JudgementRoundRow> {
    const { unionId } = await this.systems.find(tx, round.indicatorSystemId);
    const { path } = await this.references.union(tx, unionId);
    tx.authorise(actions.tendIndicators, { paths: [path] });
    return round;
  }
}
