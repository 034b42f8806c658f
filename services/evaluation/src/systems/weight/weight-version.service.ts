import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateWeightVersionRequest,
  type ListWeightVersionsRequest,
  weightVersionContract,
  type WeightVersionIdRequest,
  type WeightVersionView,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { isPublic, requirePublished } from '../indicator-system/indicator-state.model.js';
import type { IndicatorSystemRow } from '../indicator-system/indicator-system.entity.js';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { systemAwaitsMayChange } from '../indicator-system/system-awaits-due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { WeightVersionRow } from './weight-version.entity.js';
import { WeightVersionCreation } from './weight-version-creation.js';
import { requireConsistent } from './weight-version.model.js';
import { WeightVersionRepository } from './weight-version.repository.js';
import { weightVersionView } from './weight-version-view.js';

@Injectable()
export class WeightVersionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly weights: WeightVersionRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
    private readonly making: WeightVersionCreation,
  ) {}

  /** Computes and stores weights, including inconsistent ones, so that judges can see what to judge again. */
  @Handles(weightVersionContract.create)
  create(request: CreateWeightVersionRequest, call: CallContext): Promise<Outcome<WeightVersionView>> {
    return this.transactions.command(call, weightVersionContract.create, request, async (tx) => {
      const system = await this.lockEditable(tx, request.systemId);
      // Weights of a draft would refer to indicators that may still change.
      requirePublished(system.state);
      return this.making.create(tx, system, { nodes: request.nodes, judgementRoundId: null });
    });
  }

  /**
   * Puts a version in force in place of the one before.
   * @throws DomainError `SYSTEM_RETIRED`: nothing is weighed by it any more; `CONSISTENCY_TOO_LOW`,
   *   `ILLEGAL_TRANSITION`
   */
  @Handles(weightVersionContract.activate)
  activate(request: WeightVersionIdRequest, call: CallContext): Promise<Outcome<WeightVersionView>> {
    return this.transactions.command(call, weightVersionContract.activate, request, async (tx) => {
      const { indicatorSystemId } = await this.weights.find(tx, request.weightVersionId);
      // The lock of the system serialises activations: the later one supersedes the earlier.
      const system = await this.lockEditable(tx, indicatorSystemId);
      requirePublished(system.state);
      const before = await this.weights.find(tx, request.weightVersionId);
      requireVersion(tx, before.version);
      if (before.state !== 'computed') throw new DomainError('ILLEGAL_TRANSITION');
      requireConsistent(before.nodes);
      const previous = await this.weights.findActive(tx, indicatorSystemId);
      if (previous !== null) await this.move(tx, previous, { state: 'superseded' });
      await systemAwaitsMayChange(tx, indicatorSystemId);
      return weightVersionView(await this.move(tx, before, { state: 'active', activatedAt: tx.now }));
    });
  }

  @Handles(weightVersionContract.get)
  get(request: WeightVersionIdRequest, call: CallContext): Promise<WeightVersionView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return weightVersionView(await this.weights.find(tx, request.weightVersionId));
    });
  }

  @Handles(weightVersionContract.list)
  list(request: ListWeightVersionsRequest, call: CallContext): Promise<Page<WeightVersionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.weights.list(tx, request);
      return toPage(rows.map(weightVersionView), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async lockEditable(tx: Transaction, systemId: string): Promise<IndicatorSystemRow> {
    const system = await this.systems.lock(tx, systemId);
    const union = await this.references.union(tx, system.unionId);
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: isPublic(system.state) });
    return system;
  }

  private async move(
    tx: Transaction,
    before: WeightVersionRow,
    change: Partial<WeightVersionRow>,
  ): Promise<WeightVersionRow> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.weights.updateState(tx, row);
    tx.audit({
      noun: 'weight-version',
      id: row.id,
      before: { state: before.state },
      after: { state: row.state },
    });
    return row;
  }
}
