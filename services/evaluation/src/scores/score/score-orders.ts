import { Injectable } from '@nestjs/common';
import type { ComputeScoreRequest } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { MissingRuleName } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../../systems/indicator-system/indicator-system.repository.js';
import type { WeightVersionRow } from '../../systems/weight/weight-version.entity.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { ScoreOrder } from './score-inputs.js';

type Weighed = Pick<ScoreOrder, 'system' | 'weights' | 'missing'>;

/** By which weights something is scored. */
@Injectable()
export class ScoreOrders {
  constructor(
    private readonly weights: WeightVersionRepository,
    private readonly systems: IndicatorSystemRepository,
  ) {}

  /** @throws DomainError `WEIGHTS_NOT_ACTIVE` */
  async inForce(
    tx: Transaction,
    { weightVersionId, missing = 'omit' }: Pick<ComputeScoreRequest, 'weightVersionId' | 'missing'>,
  ): Promise<Weighed> {
    const weights = await this.weights.find(tx, weightVersionId);
    if (weights.state !== 'active')
      throw new DomainError('WEIGHTS_NOT_ACTIVE', { pointer: '/weightVersionId' });
    return this.weighed(tx, weights, missing);
  }

  /** The weights of an earlier score; they may have been superseded since but are still stored. */
  async asBefore(tx: Transaction, weightVersionId: string, missing: MissingRuleName): Promise<Weighed> {
    return this.weighed(tx, await this.weights.find(tx, weightVersionId), missing);
  }

  private async weighed(
    tx: Transaction,
    weights: WeightVersionRow,
    missing: MissingRuleName,
  ): Promise<Weighed> {
    return { weights, missing, system: await this.systems.find(tx, weights.indicatorSystemId) };
  }
}
