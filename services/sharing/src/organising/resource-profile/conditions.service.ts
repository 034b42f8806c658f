import { Injectable } from '@nestjs/common';
import {
  type GetResourceConditionsRequest,
  type ResourceConditionsView,
  resourceProfileContract,
  type SaveResourceConditionsRequest,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { renderedMarkdown } from '../../activities/activity/rendered-markdown.js';
import { ResourceManagement } from '../../lending/resource/resource-management.js';
import type { ResourceRow } from '../../lending/resource/resource.entity.js';
import { ConditionsRow } from './profile.entity.js';

/** Versions of the conditions of use of a resource. */
@Injectable()
export class ConditionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly management: ResourceManagement,
  ) {}

  /** A different text is a new version; the same text is the one in force. */
  @Handles(resourceProfileContract.saveConditions)
  save(request: SaveResourceConditionsRequest, call: CallContext): Promise<Outcome<ResourceConditionsView>> {
    return this.transactions.command(call, resourceProfileContract.saveConditions, request, async (tx) => {
      const resource = await this.management.lock(tx, request.resourceId);
      requireVersion(tx, resource.conditionsVersion);
      const before = await inForce(tx, resource);
      const text = request.text.trim();
      if (text === auditOf(before).text) return new ExistingResult(viewOf(resource.id, before, true));
      const row = text === '' ? null : await add(tx, resource.id, text);
      await this.management.putInForce(tx, resource, auditOf(row).version);
      tx.audit({
        noun: 'resourceConditions',
        id: resource.id,
        before: auditOf(before),
        after: auditOf(row),
      });
      return viewOf(resource.id, row, true);
    });
  }

  /** @throws DomainError `NOT_FOUND` also for a version that never existed */
  @Handles(resourceProfileContract.conditions)
  get(request: GetResourceConditionsRequest, call: CallContext): Promise<ResourceConditionsView> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.management.see(tx, request.resourceId);
      const { version = resource.conditionsVersion } = request;
      if (version === 0) return viewOf(resource.id, null, true);
      const row = await find(tx, resource.id, version);
      if (row === null) throw new DomainError('NOT_FOUND');
      return viewOf(resource.id, row, version === resource.conditionsVersion);
    });
  }
}

/** The version, 0 for none, with its text. */
function auditOf(row: ConditionsRow | null): { version: number; text: string } {
  return row === null ? { version: 0, text: '' } : { version: row.version, text: row.text };
}

function find(tx: Transaction, resourceId: string, version: number): Promise<ConditionsRow | null> {
  return tx.sql.findOneBy(ConditionsRow, { resourceId, version });
}

async function inForce(tx: Transaction, resource: ResourceRow): Promise<ConditionsRow | null> {
  return resource.conditionsVersion === 0 ? null : find(tx, resource.id, resource.conditionsVersion);
}

/** The next version, counting also those out of force. The caller holds the resource's lock. */
async function add(tx: Transaction, resourceId: string, text: string): Promise<ConditionsRow> {
  const last = (await tx.sql.maximum(ConditionsRow, 'version', { resourceId })) ?? 0;
  const row = { resourceId, version: last + 1, text, createdBy: tx.personId, createdAt: tx.now };
  await tx.sql.insert(ConditionsRow, row);
  return row;
}

function viewOf(resourceId: string, row: ConditionsRow | null, isInForce: boolean): ResourceConditionsView {
  return {
    resourceId,
    ...auditOf(row),
    inForce: isInForce,
    html: row === null ? '' : renderedMarkdown(row.text),
    savedAt: row?.createdAt.toISOString() ?? null,
  };
}
