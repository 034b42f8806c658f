import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ChangeIndicatorSystemRequest,
  type CompareIndicatorSystemsRequest,
  type CreateIndicatorSystemRequest,
  type IndicatorNode,
  type IndicatorSystemComparison,
  indicatorSystemContract,
  type IndicatorSystemIdRequest,
  type IndicatorSystemView,
  type ListIndicatorSystemsRequest,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { templateNodes } from '../template/templates.js';
import { compareTrees } from './indicator-diff.model.js';
import { IndicatorSystemAccess } from './indicator-system-access.js';
import { changed, comparedOf, freshLife, viewOf } from './indicator-system-view.js';
import type { IndicatorSystemRow } from './indicator-system.entity.js';
import { IndicatorSystemRepository } from './indicator-system.repository.js';
import { nextState } from './indicator-state.model.js';
import { checkTree } from './indicator-tree.model.js';

@Injectable()
export class IndicatorSystemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
    private readonly access: IndicatorSystemAccess,
  ) {}

  @Handles(indicatorSystemContract.create)
  create(request: CreateIndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.create, request, async (tx) => {
      const union = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: true });
      const { template = null } = request;
      const nodes = request.nodes ?? (template && templateNodes(template, call.locale));
      if (nodes === null) throw new DomainError('TREE_OR_TEMPLATE', { pointer: '/nodes' });
      checkTree(nodes);
      const id = newId();
      const row: IndicatorSystemRow = {
        ...freshLife(tx),
        id,
        seriesId: id,
        versionNumber: 1,
        unionId: union.id,
        name: request.name,
        nodes,
        template,
      };
      await this.systems.insert(tx, row);
      return changed(tx, row, null);
    });
  }

  @Handles(indicatorSystemContract.change)
  change(request: ChangeIndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.change, request, async (tx) => {
      const before = await this.access.lockEditable(tx, request.systemId);
      requireVersion(tx, before.version);
      const state = nextState(before.state, 'change');
      checkTree(request.nodes);
      const { name, nodes } = request;
      const row: IndicatorSystemRow = {
        ...before,
        state,
        name,
        nodes,
        editedBy: tx.personId,
        isReturned: false,
        version: before.version + 1,
      };
      await this.systems.update(tx, row);
      return changed(tx, row, before);
    });
  }

  /** Starts the next version: the published one never changes, because old scores rest on it. */
  @Handles(indicatorSystemContract.copy)
  copy(request: IndicatorSystemIdRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.copy, request, (tx) =>
      this.startNext(tx, request.systemId, (nodes) => nodes),
    );
  }

  /**
   * The same within a transaction, with other nodes than the copied ones.
   * @param nodesOf gets those of the copied version
   */
  async startNext(
    tx: Transaction,
    systemId: string,
    nodesOf: (nodes: IndicatorNode[]) => IndicatorNode[],
  ): Promise<IndicatorSystemView> {
    const { seriesId } = await this.systems.find(tx, systemId);
    // The series' first row stands for the series: its lock gives each version its own number.
    await this.systems.lock(tx, seriesId);
    const from = await this.access.lockEditable(tx, systemId);
    const nodes = nodesOf(from.nodes);
    checkTree(nodes);
    const row: IndicatorSystemRow = {
      ...from,
      ...freshLife(tx),
      id: newId(),
      versionNumber: (await this.systems.lastVersionNumber(tx, seriesId)) + 1,
      nodes,
    };
    await this.systems.insert(tx, row);
    return changed(tx, row, null);
  }

  @Handles(indicatorSystemContract.get)
  get(request: IndicatorSystemIdRequest, call: CallContext): Promise<IndicatorSystemView> {
    return this.transactions.read(call, async (tx) => {
      return viewOf(await this.access.findVisible(tx, request.systemId), tx.personId);
    });
  }

  /** What became of each node from one version to another, of the same system or not. */
  @Handles(indicatorSystemContract.compare)
  compare(request: CompareIndicatorSystemsRequest, call: CallContext): Promise<IndicatorSystemComparison> {
    return this.transactions.read(call, async (tx) => {
      const before = await this.access.findVisible(tx, request.against, '/against');
      const after = await this.access.findVisible(tx, request.systemId);
      return {
        before: comparedOf(before),
        after: comparedOf(after),
        ...compareTrees(before.nodes, after.nodes),
      };
    });
  }

  @Handles(indicatorSystemContract.list)
  list(request: ListIndicatorSystemsRequest, call: CallContext): Promise<Page<IndicatorSystemView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.systems.list(tx, request, pathsFor(tx, actions.tendIndicators));
      return toPage(
        rows.map((row) => viewOf(row, tx.personId)),
        { limit: request.limit, cursorOf: ({ id }) => [id] },
      );
    });
  }
}
