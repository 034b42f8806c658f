import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CustodyView,
  type FindPieceRequest,
  type ListCustodyRequest,
  type ListPiecesRequest,
  pieceContract,
  type PieceView,
  type ScannedPieceView,
} from '@gongxiang/contracts/sharing/lending/piece.contract';
import { type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { CustodyRepository, type Hand } from '../custody/custody.repository.js';
import { readCode } from '../custody/label-code.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { managedBy } from '../resource/resource.model.js';
import { PieceEditing } from './piece-editing.js';

@Injectable()
export class PieceQueryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: PieceEditing,
    private readonly custody: CustodyRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
  ) {}

  /** Only the manager sees the list of pieces; to a borrower they are interchangeable. */
  @Handles(pieceContract.list)
  list(request: ListPiecesRequest, call: CallContext): Promise<Page<PieceView>> {
    return this.transactions.read(call, async (tx) => {
      await this.editing.findManaged(tx, request.resourceId);
      const rows = await this.custody.list(tx, request);
      const { items, nextCursor } = toPage(rows, {
        limit: request.limit,
        cursorOf: (piece) => [piece.number],
      });
      return { items: await this.editing.views(tx, items), nextCursor };
    });
  }

  /** The custody trail of a piece, latest first. */
  @Handles(pieceContract.custody)
  trail(request: ListCustodyRequest, call: CallContext): Promise<Page<CustodyView>> {
    return this.transactions.read(call, async (tx) => {
      await this.editing.findManaged(tx, request.resourceId);
      const piece = await this.custody.findById(tx, request.resourceId, request.pieceId);
      if (piece === null) throw new DomainError('NOT_FOUND');
      const rows = await this.custody.trail(tx, request);
      const views = rows.map(({ id, act, at, byPerson, loanId, borrowerUnionName, condition, note }) => ({
        id,
        act,
        loanId,
        borrowerUnionName,
        condition,
        note,
        at: at.toISOString(),
        byPersonId: byPerson,
      }));
      return toPage(views, { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  /**
   * The answer to a scanned label. Only the two sides of the loan see who holds it.
   * @throws DomainError `NOT_FOUND` also for a misread code
   */
  @Handles(pieceContract.find)
  find(request: FindPieceRequest, call: CallContext): Promise<ScannedPieceView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const code = readCode(request.code);
      const piece = code === null ? null : await this.custody.findByCode(tx, code);
      const resource = piece && (await this.booking.find(tx, piece.resourceId));
      if (piece === null || resource === null) throw new DomainError('NOT_FOUND');
      const view = await this.editing.view(tx, piece);
      const hand = (await this.custody.handsOf(tx, [piece.id])).get(piece.id);
      const owner = await this.references.union(tx, resource.ownerUnionId);
      const isOf = hand !== undefined && (await this.isOf(tx, { hand, resource, ownerPath: owner.path }));
      return {
        pieceId: piece.id,
        resourceId: resource.id,
        resourceTitle: resource.title,
        ownerUnionName: owner.name,
        code: view.code,
        label: view.label,
        state: view.state,
        holder: isOf ? view.holder : null,
      };
    });
  }

  private async isOf(
    tx: Transaction,
    { hand, resource, ownerPath }: { hand: Hand; resource: ResourceRow; ownerPath: string },
  ): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null) return false;
    if (mayDo(actor, actions.seeLoan, managedBy(resource, ownerPath))) return true;
    const borrower = await this.references.union(tx, hand.borrowerUnionId);
    return mayDo(actor, actions.seeLoan, { paths: [borrower.path] });
  }
}
