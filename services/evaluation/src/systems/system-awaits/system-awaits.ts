import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { systemAwaitsDue } from '../indicator-system/system-awaits-due.js';
import { JudgementRoundRepository } from '../judgement/judgement-round.repository.js';
import { WeightVersionRepository } from '../weight/weight-version.repository.js';
import { awaitsOfSystem } from './system-awaits.model.js';

/** Says whom an indicator system waits for: to review and publish it, to weigh by a round, to put weights in force. */
@Injectable()
export class SystemAwaits {
  constructor(
    private readonly systems: IndicatorSystemRepository,
    private readonly rounds: JudgementRoundRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  @OnDue(systemAwaitsDue)
  async sync(tx: Transaction, systemId: string): Promise<void> {
    const awaits = awaitsOfSystem({
      system: await this.systems.find(tx, systemId),
      roles: actions.tendIndicators.roles,
      round: await this.rounds.toWeigh(tx, systemId),
      weights: await this.weights.newest(tx, systemId),
    });
    await syncAwaits(tx, 'evaluation', 'indicatorSystem', [{ id: systemId, awaits }]);
  }
}
