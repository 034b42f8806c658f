import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateResourceRequest,
  type EditResourceRequest,
  type GetResourceRequest,
  type ListResourcesRequest,
  resourceContract,
  type ResourceView,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { BookingRepository } from './booking.repository.js';
import { BookingService } from './booking.service.js';
import type { ResourceRow } from './resource.entity.js';
import { checkCoordinates, checkLending, managedBy, stockOf } from './resource.model.js';
import { offerResource } from './resource-offer.js';
import { ResourceRepository } from './resource.repository.js';
import { resourceView } from './resource.view.js';
import { indexTerms } from '@gongxiang/domain';
import { timeFreed } from './time-freed.js';

@Injectable()
export class ResourceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly resources: ResourceRepository,
    private readonly bookings: BookingRepository,
    private readonly references: ReferenceRepository,
    private readonly booking: BookingService,
  ) {}

  @Handles(resourceContract.create)
  create(request: CreateResourceRequest, call: CallContext): Promise<Outcome<ResourceView>> {
    return this.transactions.command(call, resourceContract.create, request, async (tx) => {
      const owner = await this.references.party(tx, request.owner, '/owner');
      const row = newResource(request, owner.unionId, tx.now);
      await authoriseMatter(tx, actions.manageResource, managedBy(row, owner.unionPath));
      requireOpen(owner, '/owner');
      checkCoordinates(row);
      checkLending(row);
      if (row.partOfId !== null) await this.checkWhole(tx, row, row.partOfId);
      await this.resources.insert(tx, row);
      if (row.partOfId !== null) await this.bookings.copyToPart(tx, row.partOfId, row.id);
      return this.changed(tx, row, null);
    });
  }

  @Handles(resourceContract.edit)
  edit(request: EditResourceRequest, call: CallContext): Promise<Outcome<ResourceView>> {
    return this.transactions.command(call, resourceContract.edit, request, async (tx) => {
      const before = await this.resources.lockById(tx, request.resourceId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const owner = await this.references.union(tx, before.ownerUnionId);
      await authoriseMatter(tx, actions.manageResource, managedBy(before, owner.path));
      requireVersion(tx, before.version);
      const row = edited(before, request);
      checkCoordinates(row);
      if (row.quantity < before.quantity) await this.booking.checkStock(tx, row, row.quantity, '/quantity');
      await this.resources.update(tx, row);
      if (row.quantity > before.quantity) await timeFreed(tx, row);
      return this.changed(tx, row, before);
    });
  }

  @Handles(resourceContract.get)
  get(request: GetResourceRequest, call: CallContext): Promise<ResourceView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const row = await this.resources.findById(tx, request.resourceId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return resourceView(row);
    });
  }

  @Handles(resourceContract.list)
  list(request: ListResourcesRequest, call: CallContext): Promise<Page<ResourceView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const rows = await this.resources.list(tx, request);
      return toPage(rows.map(resourceView), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /** The lock keeps out loans of the whole until the part exists and is taken with it. */
  private async checkWhole(tx: Transaction, part: ResourceRow, wholeId: string): Promise<void> {
    const whole = await this.resources.lockById(tx, wholeId);
    if (whole === null) throw new DomainError('NOT_FOUND', { pointer: '/partOfId' });
    const owner = await this.references.union(tx, whole.ownerUnionId, '/partOfId');
    await authoriseMatter(tx, actions.manageResource, managedBy(whole, owner.path));
    if (part.counting !== 'one' || whole.counting !== 'one') {
      throw new DomainError('PART_NOT_COUNTED', { pointer: '/partOfId' });
    }
    if (whole.partOfId !== null) throw new DomainError('PART_OF_PART', { pointer: '/partOfId' });
  }

  private async changed(
    tx: Transaction,
    row: ResourceRow,
    before: ResourceRow | null,
  ): Promise<ResourceView> {
    const after = resourceView(row);
    await offerResource(tx, row);
    tx.audit({
      noun: 'resource',
      id: row.id,
      before: before && auditedOf(resourceView(before)),
      after: auditedOf(after),
    });
    await schedule(tx, { kind: 'match-resource', key: row.id, at: tx.now });
    return after;
  }
}

/** The trail never changes, so it has no words of a person, who may want theirs erased. */
function auditedOf(view: ResourceView): Record<string, unknown> {
  if (view.owner.kind !== 'person') return { ...view };
  const none = {
    title: null,
    description: null,
    district: null,
    place: null,
    latitude: null,
    longitude: null,
  };
  return { ...view, ...none };
}

function newResource(request: CreateResourceRequest, ownerUnionId: string, now: Date): ResourceRow {
  const description = request.description ?? '';
  const counting = request.counting ?? 'one';
  return {
    id: newId(),
    version: 1,
    ownerKind: request.owner.kind,
    ownerId: request.owner.id,
    ownerUnionId,
    title: request.title,
    description,
    function: request.function,
    businesses: [...new Set(request.businesses)],
    district: request.district ?? null,
    place: request.place ?? null,
    latitude: request.latitude ?? null,
    longitude: request.longitude ?? null,
    ...limitsOf(request),
    partOfId: request.partOfId ?? null,
    counting,
    quantity: stockOf(counting, request.quantity),
    conditionsVersion: 0,
    active: true,
    searchTerms: indexTerms(`${request.title} ${description}`),
    createdAt: now,
  };
}

/** How it is lent, and its limits. */
function limitsOf(
  request: CreateResourceRequest,
): Pick<ResourceRow, 'capacity' | 'setupMinutes' | 'turnaroundMinutes' | 'loansPerBorrowerMax' | 'lending'> {
  return {
    capacity: request.capacity ?? null,
    setupMinutes: request.setupMinutes ?? 0,
    turnaroundMinutes: request.turnaroundMinutes ?? 0,
    loansPerBorrowerMax: request.loansPerBorrowerMax ?? null,
    lending: request.lending ?? 'slot',
  };
}

/** Omitted fields stay; null clears. */
function edited(before: ResourceRow, request: EditResourceRequest): ResourceRow {
  const {
    resourceId: _id,
    title,
    description,
    businesses,
    setupMinutes,
    turnaroundMinutes,
    quantity,
    active,
    ...clearable
  } = request;
  const requested = Object.fromEntries(Object.entries(clearable).filter(([, value]) => value !== undefined));
  const row: ResourceRow = {
    ...before,
    ...requested,
    title: title ?? before.title,
    description: description === undefined ? before.description : (description ?? ''),
    businesses: businesses ? [...new Set(businesses)] : before.businesses,
    setupMinutes: setupMinutes ?? before.setupMinutes,
    quantity: quantity ? stockOf(before.counting, quantity) : before.quantity,
    turnaroundMinutes: turnaroundMinutes ?? before.turnaroundMinutes,
    active: active ?? before.active,
    version: before.version + 1,
  };
  return { ...row, searchTerms: indexTerms(`${row.title} ${row.description}`) };
}
