import { Injectable } from '@nestjs/common';
import {
  type AddPiecesRequest,
  type EditPieceRequest,
  pieceContract,
  type PieceIdRequest,
  piecesMax,
  type PiecesView,
  type PieceView,
} from '@gongxiang/contracts/sharing/lending/piece.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { PieceRow } from '../custody/custody.entity.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import { BookingRepository } from '../resource/booking.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { scheduleTakenOffer } from '../resource/offer.due.js';
import { timeFreed } from '../resource/time-freed.js';
import { PieceEditing } from './piece-editing.js';
import { labelOf } from './piece.model.js';

/** The register of a resource's pieces. Their number is the quantity that can be lent. */
@Injectable()
export class PieceRegisterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: PieceEditing,
    private readonly custody: CustodyRepository,
    private readonly booking: BookingService,
    private readonly bookings: BookingRepository,
  ) {}

  @Handles(pieceContract.add)
  add(request: AddPiecesRequest, call: CallContext): Promise<Outcome<PiecesView>> {
    return this.transactions.command(call, pieceContract.add, request, async (tx) => {
      const resource = await this.editing.lockManaged(tx, request.resourceId);
      if (resource.counting !== 'pieces') throw new DomainError('NOT_IN_PIECES');
      const serials = request.serials ?? [];
      if (serials.length > request.count) throw new DomainError('SERIALS_TOO_MANY', { pointer: '/serials' });
      if ((await this.custody.count(tx, resource.id)) + request.count > piecesMax) {
        throw new DomainError('TOO_MANY_PIECES', { pointer: '/count', params: { max: piecesMax } });
      }
      const last = await this.custody.lastNumber(tx, resource.id);
      const rows = Array.from({ length: request.count }, (_one, index) =>
        newPiece(tx, request, { number: last + 1 + index, serial: serials[index] ?? null }),
      );
      const pieces = await this.custody.add(tx, rows);
      const ids = pieces.map(({ id }) => id);
      await this.custody.note(tx, ids, { act: 'added' });
      await this.recount(tx, resource);
      for (const { id, code, label, serial } of pieces) {
        tx.audit({ noun: 'piece', id, after: { resourceId: resource.id, code, label, serial } });
      }
      return { resourceId: resource.id, pieces: await this.editing.views(tx, pieces) };
    });
  }

  /** Changes of a piece go to its custody trail: a move, or its condition. */
  @Handles(pieceContract.edit)
  edit(request: EditPieceRequest, call: CallContext): Promise<Outcome<PieceView>> {
    return this.transactions.command(call, pieceContract.edit, request, async (tx) => {
      const { piece: before } = await this.lock(tx, request);
      const { condition = before.condition, note = before.note } = request;
      const { serial = before.serial, place = before.place } = request;
      const row = { ...before, condition, note, serial, place, version: before.version + 1 };
      await this.custody.update(tx, row);
      if (place !== before.place) await this.custody.note(tx, [row.id], { act: 'moved', note: place });
      if (condition !== before.condition || note !== before.note) {
        await this.custody.note(tx, [row.id], { act: 'noted', condition, note });
      }
      return this.saved(tx, row, before);
    });
  }

  /** Retires a piece; it can be brought back. The others have to serve existing bookings. */
  @Handles(pieceContract.retire)
  retire(request: PieceIdRequest, call: CallContext): Promise<Outcome<PieceView>> {
    return this.transactions.command(call, pieceContract.retire, request, async (tx) => {
      const { resource, piece } = await this.lock(tx, request);
      if (piece.retiredAt !== null) return this.editing.view(tx, piece);
      if ((await this.custody.handsOf(tx, [piece.id])).size > 0) {
        throw new DomainError('PIECE_OUT', { params: { label: piece.label } });
      }
      // A time out of service would be subtracted once more.
      await this.bookings.releasePiece(tx, piece.id);
      await this.booking.checkStock(tx, resource, resource.quantity - 1);
      return this.turn(tx, resource, piece, tx.now);
    });
  }

  @Handles(pieceContract.reinstate)
  reinstate(request: PieceIdRequest, call: CallContext): Promise<Outcome<PieceView>> {
    return this.transactions.command(call, pieceContract.reinstate, request, async (tx) => {
      const { resource, piece } = await this.lock(tx, request);
      return piece.retiredAt === null ? this.editing.view(tx, piece) : this.turn(tx, resource, piece, null);
    });
  }

  private async turn(
    tx: Transaction,
    resource: ResourceRow,
    before: PieceRow,
    retiredAt: Date | null,
  ): Promise<PieceView> {
    const row = { ...before, retiredAt, version: before.version + 1 };
    await this.custody.update(tx, row);
    await this.custody.note(tx, [row.id], { act: retiredAt === null ? 'reinstated' : 'retired' });
    await this.recount(tx, resource);
    return this.saved(tx, row, before);
  }

  private async recount(tx: Transaction, resource: ResourceRow): Promise<void> {
    const quantity = await this.custody.countInService(tx, resource.id);
    await this.editing.save(tx, { ...resource, quantity, version: resource.version + 1 });
    if (quantity > resource.quantity) await timeFreed(tx, resource);
    else await scheduleTakenOffer(tx, resource.id);
  }

  private async saved(tx: Transaction, row: PieceRow, before: PieceRow): Promise<PieceView> {
    tx.audit({ noun: 'piece', id: row.id, before: audited(before), after: audited(row) });
    return this.editing.view(tx, row);
  }

  private async lock(
    tx: Transaction,
    { resourceId, pieceId }: PieceIdRequest,
  ): Promise<{ resource: ResourceRow; piece: PieceRow }> {
    const resource = await this.editing.lockManaged(tx, resourceId);
    const piece = await this.custody.findById(tx, resourceId, pieceId);
    if (piece === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, piece.version);
    return { resource, piece };
  }
}

function newPiece(
  tx: Transaction,
  { resourceId, prefix, place }: AddPiecesRequest,
  { number, serial }: { readonly number: number; readonly serial: string | null },
): Omit<PieceRow, 'code'> {
  return {
    id: newId(),
    version: 1,
    resourceId,
    number,
    label: labelOf(prefix, number),
    serial,
    condition: 'good' as const,
    note: null,
    place: place ?? null,
    retiredAt: null,
    createdAt: tx.now,
  };
}

function audited({ condition, note, serial, place, retiredAt }: PieceRow): Record<string, unknown> {
  return { condition, note, serial, place, retired: retiredAt !== null };
}
