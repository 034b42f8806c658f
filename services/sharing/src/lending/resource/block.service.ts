import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateResourceBlockRequest,
  type ListResourceBlocksRequest,
  type RemoveResourceBlockRequest,
  type ResourceBlockView,
  resourceContract,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type CallContext, DomainError, newId, newPeriod } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingRepository } from './booking.repository.js';
import { type BookableResource, BookingService } from './booking.service.js';
import { scheduleTakenOffer } from './offer.due.js';
import type { ResourceRow } from './resource.entity.js';
import { managedBy } from './resource.model.js';
import { blockView } from './resource.view.js';
import { timeFreed } from './time-freed.js';

/** Times out of service of a resource, some of it, or a single piece, set by its owner. */
@Injectable()
export class BlockService {
  constructor(
    private readonly transactions: Transactions,
    private readonly bookings: BookingRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly custody: CustodyRepository,
  ) {}

  /** A defect is a booking without a borrower (E62): conflicting loans have to be cancelled first. */
  @Handles(resourceContract.block)
  block(request: CreateResourceBlockRequest, call: CallContext): Promise<Outcome<ResourceBlockView>> {
    return this.transactions.command(call, resourceContract.block, request, (tx) =>
      this.blockIn(tx, request),
    );
  }

  /** The same within a transaction that books other times too. */
  async blockIn(tx: Transaction, request: CreateResourceBlockRequest): Promise<ResourceBlockView> {
    const locked = await this.lockManaged(tx, request.resourceId);
    const { resource } = locked;
    const period = newPeriod(new Date(request.from), new Date(request.to), '/to');
    const { reason } = request;
    const pieceId = request.pieceId ?? null;
    if (pieceId !== null) await this.checkPiece(tx, request, pieceId);
    const quantity = pieceId === null ? request.quantity : 1;
    const id = newId();
    await this.booking.block(tx, locked, {
      id,
      period,
      reason,
      pieceId,
      ...(quantity ? { quantity } : {}),
    });
    await scheduleTakenOffer(tx, resource.id);
    if (pieceId !== null) await this.custody.note(tx, [pieceId], { act: 'outOfService', note: reason });
    const row = await this.bookings.findById(tx, resource.id, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const view = blockView(row);
    tx.audit({ noun: 'resourceBlock', id, before: null, after: { ...view } });
    return view;
  }

  /** Everybody sees when a resource is taken; only its manager sees why. */
  @Handles(resourceContract.listBlocks)
  list(request: ListResourceBlocksRequest, call: CallContext): Promise<Page<ResourceBlockView>> {
    return this.transactions.read(call, async (tx) => {
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      await this.authoriseManager(tx, resource);
      const rows = await this.bookings.blocks(tx, request);
      return toPage(rows.map(blockView), { limit: request.limit, cursorOf: (view) => [view.to, view.id] });
    });
  }

  @Handles(resourceContract.unblock)
  unblock(request: RemoveResourceBlockRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, resourceContract.unblock, request, async (tx) => {
      const { resource } = await this.lockManaged(tx, request.resourceId);
      const row = await this.bookings.findById(tx, request.resourceId, request.blockId);
      if (row?.kind !== 'block') throw new DomainError('NOT_FOUND');
      await this.bookings.release(tx, row.id);
      await timeFreed(tx, resource);
      if (row.pieceId !== null) await this.custody.note(tx, [row.pieceId], { act: 'backInService' });
      tx.audit({ noun: 'resourceBlock', id: row.id, before: { ...blockView(row) }, after: null });
      return { done: true };
    });
  }

  private async checkPiece(
    tx: Transaction,
    { resourceId, quantity }: CreateResourceBlockRequest,
    pieceId: string,
  ): Promise<void> {
    const piece = await this.custody.findById(tx, resourceId, pieceId);
    if (piece === null) throw new DomainError('NOT_FOUND', { pointer: '/pieceId' });
    if (piece.retiredAt !== null) {
      throw new DomainError('PIECE_RETIRED', { pointer: '/pieceId', params: { label: piece.label } });
    }
    if ((quantity ?? 1) !== 1) throw new DomainError('QUANTITY_NOT_COUNTED', { pointer: '/quantity' });
  }

  private async lockManaged(tx: Transaction, resourceId: string): Promise<BookableResource> {
    const locked = await this.booking.lock(tx, resourceId);
    await this.authoriseManager(tx, locked.resource);
    return locked;
  }

  private async authoriseManager(tx: Transaction, resource: ResourceRow): Promise<void> {
    const owner = await this.references.union(tx, resource.ownerUnionId);
    await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
  }
}
