import { Injectable } from '@nestjs/common';
import {
  type CreateResourceBlockRequest,
  Done,
  type ListResourceBlocksRequest,
  type Page,
  type RemoveResourceBlockRequest,
  type ResourceAvailabilityRequest,
  type ResourceAvailabilityView,
  type ResourceBlockView,
  resourceContract,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, newPeriod } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { BookingRepository } from './booking.repository.js';
import { type BookableResource, BookingService } from './booking.service.js';
import type { ResourceRow } from './resource.entity.js';
import { availabilityWindow, keptBy } from './resource.model.js';
import { blockView } from './resource.view.js';

/** When a resource may be had, and the times that its owner takes it out of service. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bookings: BookingRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
  ) {}

  availability(request: ResourceAvailabilityRequest, call: CallContext): Promise<ResourceAvailabilityView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const window = availabilityWindow(request.from, request.to);
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      const busy = await this.bookings.busy(tx, resource.id, window);
      return {
        resourceId: resource.id,
        active: resource.active,
        busy: busy.map(({ start, end }) => ({ from: start.toISOString(), to: end.toISOString() })),
      };
    });
  }

  /** A defect is a booking without a borrower (E62): loans that stand in its way have to be cancelled first. */
  block(request: CreateResourceBlockRequest, call: CallContext): Promise<Outcome<ResourceBlockView>> {
    return this.transactions.command(call, resourceContract.block, request, async (tx) => {
      const { resource, unitIds } = await this.lockKept(tx, request.resourceId);
      const period = newPeriod(new Date(request.from), new Date(request.to), '/to');
      const row = {
        id: newId(),
        kind: 'block' as const,
        startsAt: period.start,
        occupiedUntil: period.end,
        reason: request.reason,
      };
      await this.bookings.take(tx, unitIds, row);
      const view = blockView({ ...row, resourceId: resource.id });
      tx.audit({ noun: 'resourceBlock', id: row.id, before: null, after: { ...view } });
      return view;
    });
  }

  /** Everybody sees when a resource is taken; why, only who keeps it. */
  listBlocks(request: ListResourceBlocksRequest, call: CallContext): Promise<Page<ResourceBlockView>> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      await this.authoriseKeeper(tx, resource);
      const rows = await this.bookings.blocks(tx, request);
      return toPage(rows.map(blockView), { limit: request.limit, cursorOf: (view) => [view.to] });
    });
  }

  unblock(request: RemoveResourceBlockRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, resourceContract.unblock, request, async (tx) => {
      await this.lockKept(tx, request.resourceId);
      const row = await this.bookings.findById(tx, request.resourceId, request.blockId);
      if (row?.kind !== 'block') throw new DomainError('NOT_FOUND');
      await this.bookings.release(tx, row.id);
      tx.audit({ noun: 'resourceBlock', id: row.id, before: { ...blockView(row) }, after: null });
      return { done: true };
    });
  }

  private async lockKept(tx: Transaction, resourceId: string): Promise<BookableResource> {
    const locked = await this.booking.lock(tx, resourceId);
    await this.authoriseKeeper(tx, locked.resource);
    return locked;
  }

  private async authoriseKeeper(tx: Transaction, resource: ResourceRow): Promise<void> {
    const owner = await this.references.union(tx, resource.ownerUnionId);
    tx.authorise(actions.keepResource, keptBy(resource, owner.path));
  }
}
