import { Injectable } from '@nestjs/common';
import {
  type CreateGrantRequest,
  type GrantView,
  type ListGrantsRequest,
  type Page,
  resourceContract,
  type RevokeGrantRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, newPeriod } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { GrantRepository } from './grant.repository.js';
import type { GrantRow, ResourceRow } from './resource.entity.js';
import { keptBy } from './resource.model.js';
import { ResourceRepository } from './resource.repository.js';
import { grantView } from './resource.view.js';
import { checkGrantee, rightsMax } from './right.model.js';

/** Rights of use. A loan that was approved under a right stands when the right is revoked; a request does not. */
@Injectable()
export class GrantService {
  constructor(
    private readonly transactions: Transactions,
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly references: ReferenceRepository,
  ) {}

  grant(request: CreateGrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, resourceContract.grant, request, async (tx) => {
      await this.lockKept(tx, request.resourceId);
      const term = newPeriod(new Date(request.from), new Date(request.until), '/until');
      const grantee = checkGrantee(request.to);
      if (grantee.unionId !== null) await this.references.union(tx, grantee.unionId, '/to/unionId');
      if ((await this.grants.countInForce(tx, request.resourceId)) >= rightsMax) {
        throw new DomainError('GRANTS_TOO_MANY', { params: { max: rightsMax } });
      }
      const row: GrantRow = {
        resourceId: request.resourceId,
        id: newId(),
        version: 1,
        granteeKind: grantee.kind,
        granteeUnionId: grantee.unionId,
        granteeSizeClass: grantee.sizeClass,
        validFrom: term.start,
        validUntil: term.end,
        approval: request.approval,
        priceKind: request.price.kind,
        priceText: request.price.text ?? null,
        revokedAt: null,
      };
      await this.grants.insert(tx, row);
      return this.changed(tx, row, null);
    });
  }

  revoke(request: RevokeGrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, resourceContract.revokeGrant, request, async (tx) => {
      await this.lockKept(tx, request.resourceId);
      const before = await this.grants.lockById(tx, request.resourceId, request.grantId);
      if (before === null) throw new DomainError('NOT_FOUND');
      if (before.revokedAt !== null) return new Existing(grantView(before));
      const row = { ...before, revokedAt: tx.now, version: before.version + 1 };
      await this.grants.update(tx, row);
      return this.changed(tx, row, before);
    });
  }

  list(request: ListGrantsRequest, call: CallContext): Promise<Page<GrantView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const rows = await this.grants.list(tx, request);
      return toPage(rows.map(grantView), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /** The resource's lock stands before every loan's, so that no approval slips past a revocation. */
  private async lockKept(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    const resource = await this.resources.lockById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    const owner = await this.references.union(tx, resource.ownerUnionId);
    tx.authorise(actions.keepResource, keptBy(resource, owner.path));
    return resource;
  }

  private async changed(tx: Transaction, row: GrantRow, before: GrantRow | null): Promise<GrantView> {
    const after = grantView(row);
    tx.audit({ noun: 'grant', id: row.id, before: before && { ...grantView(before) }, after: { ...after } });
    await schedule(tx, { kind: 'match-resource', key: row.resourceId, at: tx.now });
    return after;
  }
}
