import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateGrantRequest,
  type EditGrantRequest,
  grantContract,
  type GrantVersionView,
  type GrantView,
  type ListGrantsRequest,
  type ListGrantVersionsRequest,
} from '@gongxiang/contracts/sharing/lending/grant.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type CallContext, DomainError, newId, newPeriod } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { GrantChanges } from './grant-changes.js';
import type { GrantRow } from './grant.entity.js';
import { GrantRepository } from './grant.repository.js';
import { columnsOf, grantView } from './grant.view.js';
import { checkGrantee } from './grantee.model.js';
import { rightsMax } from './right.model.js';
import { checkTerms } from './terms.model.js';

const unrevoked = { revokedAt: null, revokeReason: null, futureLoans: null };

/**
 * Rights of use: granted, edited, shown. An edit creates a new version; a loan retains the terms it was approved
 * under.
 */
@Injectable()
export class GrantService {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: GrantRepository,
    private readonly changes: GrantChanges,
  ) {}

  @Handles(resourceContract.grant)
  grant(request: CreateGrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, resourceContract.grant, request, async (tx) => {
      await this.changes.lockManaged(tx, request.resourceId);
      const columns = await this.columns(tx, request);
      if ((await this.grants.countInForce(tx, request.resourceId)) >= rightsMax) {
        throw new DomainError('GRANTS_TOO_MANY', { params: { max: rightsMax } });
      }
      const row: GrantRow = {
        resourceId: request.resourceId,
        id: newId(),
        version: 1,
        ...columns,
        ...unrevoked,
      };
      await this.grants.insert(tx, row);
      return this.changes.recordChange(tx, row, null);
    });
  }

  /** Omitted fields stay; null clears a condition. */
  @Handles(grantContract.edit)
  edit(request: EditGrantRequest, call: CallContext): Promise<Outcome<GrantView>> {
    return this.transactions.command(call, grantContract.edit, request, async (tx) => {
      const before = await this.changes.lock(tx, request);
      requireVersion(tx, before.version);
      if (before.revokedAt !== null) throw new DomainError('GRANT_REVOKED');
      const columns = await this.columns(tx, { ...grantView(before), ...requestedFields(request) });
      return this.changes.save(tx, { ...before, ...columns }, before);
    });
  }

  @Handles(resourceContract.listGrants)
  list(request: ListGrantsRequest, call: CallContext): Promise<Page<GrantView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const rows = await this.grants.list(tx, request);
      return toPage(rows.map(grantView), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  @Handles(grantContract.versions)
  versions(request: ListGrantVersionsRequest, call: CallContext): Promise<Page<GrantVersionView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const rows = await this.grants.versions(tx, request);
      if (rows.length === 0 && request.cursor === undefined) throw new DomainError('NOT_FOUND');
      const views = rows.map(({ version, since, terms }) => ({ version, since: since.toISOString(), terms }));
      return toPage(views, { limit: request.limit, cursorOf: ({ version }) => [String(version)] });
    });
  }

  private async columns(tx: Transaction, request: CreateGrantRequest) {
    const term = newPeriod(new Date(request.from), new Date(request.until), '/until');
    const terms = checkTerms(request);
    const grantee = checkGrantee(request.to);
    await this.changes.requireKnown(tx, request.resourceId, grantee);
    return { ...columnsOf(grantee, terms), validFrom: term.start, validUntil: term.end };
  }
}

/** The fields of a request; null does not clear a required field. */
function requestedFields(request: EditGrantRequest): Partial<CreateGrantRequest> {
  const { to, from, until, approval, price, grantId: _id, ...clearable } = request;
  const changed = Object.entries({ to, from, until, approval, price }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const cleared = Object.entries(clearable).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...changed, ...cleared]) as Partial<CreateGrantRequest>;
}
