import { Injectable } from '@nestjs/common';
import {
  type ChangeIndicatorSystemRequest,
  type CreateIndicatorSystemRequest,
  indicatorSystemContract,
  type IndicatorSystemRequest,
  type IndicatorSystemView,
  type ListIndicatorSystemsRequest,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { pathsFor } from '../reading-paths.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { IndicatorSystemRow } from './indicator-system.entity.js';
import { IndicatorSystemRepository } from './indicator-system.repository.js';
import { checkTree } from './indicator-tree.model.js';

@Injectable()
export class IndicatorSystemService {
  constructor(
    private readonly transactions: Transactions,
    private readonly systems: IndicatorSystemRepository,
    private readonly references: ReferenceRepository,
  ) {}

  create(request: CreateIndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.create, request, async (tx) => {
      const union = await this.references.union(tx, request.unionId, '/unionId');
      tx.authorise(actions.tendIndicators, { paths: [union.path], visible: true });
      checkTree(request.nodes);
      const id = newId();
      const row: IndicatorSystemRow = {
        id,
        version: 1,
        seriesId: id,
        versionNumber: 1,
        unionId: union.id,
        name: request.name,
        state: 'draft',
        nodes: request.nodes,
        publishedAt: null,
        createdAt: tx.now,
      };
      await this.systems.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  change(request: ChangeIndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.change, request, async (tx) => {
      const before = await this.lockTended(tx, request.systemId);
      requireVersion(tx, before.version);
      requireDraft(before);
      checkTree(request.nodes);
      const row = { ...before, name: request.name, nodes: request.nodes, version: before.version + 1 };
      await this.systems.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  publish(request: IndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.publish, request, async (tx) => {
      const before = await this.lockTended(tx, request.systemId);
      requireDraft(before);
      const row = {
        ...before,
        state: 'published' as const,
        publishedAt: tx.now,
        version: before.version + 1,
      };
      await this.systems.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  /** Starts the next version: the published one never changes, because old scores rest on it. */
  copy(request: IndicatorSystemRequest, call: CallContext): Promise<Outcome<IndicatorSystemView>> {
    return this.transactions.command(call, indicatorSystemContract.copy, request, async (tx) => {
      const { seriesId } = await this.systems.find(tx, request.systemId);
      // The series' first row stands for the series: its lock gives each version its own number.
      await this.systems.lock(tx, seriesId);
      const from = await this.lockTended(tx, request.systemId);
      const row: IndicatorSystemRow = {
        ...from,
        id: newId(),
        version: 1,
        versionNumber: (await this.systems.lastVersionNumber(tx, seriesId)) + 1,
        state: 'draft',
        publishedAt: null,
        createdAt: tx.now,
      };
      await this.systems.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  get(request: IndicatorSystemRequest, call: CallContext): Promise<IndicatorSystemView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const row = await this.systems.find(tx, request.systemId);
      if (row.state === 'draft') {
        const union = await this.references.union(tx, row.unionId);
        tx.authorise(actions.tendIndicators, { paths: [union.path] });
      }
      return viewOf(row);
    });
  }

  list(request: ListIndicatorSystemsRequest, call: CallContext): Promise<Page<IndicatorSystemView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const rows = await this.systems.list(tx, request, pathsFor(tx, actions.tendIndicators));
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async lockTended(tx: Transaction, id: string): Promise<IndicatorSystemRow> {
    const row = await this.systems.lock(tx, id);
    const union = await this.references.union(tx, row.unionId);
    tx.authorise(actions.tendIndicators, { paths: [union.path], visible: row.state === 'published' });
    return row;
  }

  private changed(
    tx: Transaction,
    row: IndicatorSystemRow,
    before: IndicatorSystemRow | null,
  ): IndicatorSystemView {
    const after = viewOf(row);
    tx.audit({
      noun: 'indicator-system',
      id: row.id,
      before: before && { ...viewOf(before) },
      after: { ...after },
    });
    return after;
  }
}

function requireDraft(row: IndicatorSystemRow): void {
  if (row.state !== 'draft') throw new DomainError('ILLEGAL_TRANSITION');
}

function viewOf(row: IndicatorSystemRow): IndicatorSystemView {
  const { id, version, seriesId, versionNumber, unionId, name, state, nodes } = row;
  const publishedAt = row.publishedAt?.toISOString() ?? null;
  return { id, version, seriesId, versionNumber, unionId, name, state, nodes, publishedAt };
}
