import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import type { IndicatorSystemRow } from '../../systems/indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { WeightVersionRow } from '../../systems/weight/weight-version.entity.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { RankingRow } from './ranking.entity.js';
import { RankingRepository } from './ranking.repository.js';

/** Finds, locks and authorises access to rankings. */
@Injectable()
export class RankingAccess {
  constructor(
    private readonly systems: IndicatorSystemRepository,
    private readonly weights: WeightVersionRepository,
    private readonly references: ReferenceRepository,
    private readonly rankings: RankingRepository,
  ) {}

  /** A system that the caller may rank by. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async systemOf(tx: Transaction, systemId: string): Promise<IndicatorSystemRow> {
    const system = await this.systems.find(tx, systemId);
    const union = await this.references.union(tx, system.unionId);
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: system.state !== 'draft' });
    return system;
  }

  /** The weights in force, and the subtree they apply to. @throws DomainError `WEIGHTS_NOT_ACTIVE` */
  async weightsOf(
    tx: Transaction,
    system: IndicatorSystemRow,
  ): Promise<{ readonly version: WeightVersionRow; readonly path: string }> {
    const version = await this.weights.findActive(tx, system.id);
    if (version === null) throw new DomainError('WEIGHTS_NOT_ACTIVE');
    return { version, path: (await this.references.union(tx, system.unionId)).path };
  }

  /** Locks a ranking that the caller may manage. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async lock(tx: Transaction, rankingId: string): Promise<RankingRow> {
    const row = await this.rankings.lock(tx, rankingId);
    await this.authorise(tx, row);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async authorise(tx: Transaction, row: RankingRow | null): Promise<void> {
    if (row === null) return tx.authorise(actions.seePublished, {});
    const union = await this.references.union(tx, row.unionId);
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: row.state !== 'draft' });
  }
}
