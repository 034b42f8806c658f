import { Injectable } from '@nestjs/common';
import {
  type AddHandoverPictureRequest,
  handoverContract,
  handoverPicturesMax,
  type HandoverView,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { PictureFiles } from '@gongxiang/messaging/uploads';
import { actions } from '../actions.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { LoanSteps } from '../loan/loan-steps.js';
import { HandoverAccess } from './handover-access.js';
import type { HandoverPictureRow, HandoverRow } from './handover.entity.js';
import { HandoverRepository } from './handover.repository.js';

/** Adds pictures of the condition at a handover, from both sides. */
@Injectable()
export class HandoverPictureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly access: HandoverAccess,
    private readonly handovers: HandoverRepository,
    private readonly files: PictureFiles,
  ) {}

  /**
   * A look whether it may be taken, the work without a lock, and the decision under the lock. A file makes one picture of a
   * handover, so that whoever asks twice is answered alike though the file is gone.
   * @throws DomainError `HANDOVER_PICTURES_TOO_MANY`, `LOAN_CLOSED`, as {@link PictureFiles.render} does
   */
  @Handles(handoverContract.addPicture)
  async add(request: AddHandoverPictureRequest, call: CallContext): Promise<Outcome<HandoverView>> {
    const ownerId = await this.mayTake(request, call);
    const { fileKey, loanId } = request;
    const picture =
      ownerId === null ? null : await this.files.render({ fileKey, ownerId, aboutId: loanId }, call.deadline);
    return this.transactions.command(call, handoverContract.addPicture, request, async (tx) => {
      const sides = await this.steps.lock(tx, loanId);
      this.access.sideOf(tx, sides);
      const { row, pictures } = await this.of(tx, request);
      if (pictures.some(({ sourceKey }) => sourceKey === fileKey)) {
        return new ExistingResult(await this.access.view(tx, sides, row));
      }
      if (picture === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
      requirePlace(sides, pictures);
      const { width, height, files } = picture;
      await this.handovers.insertPicture(tx, {
        loanId,
        handoverId: row.id,
        id: newId(),
        sourceKey: fileKey,
        width,
        height,
        files,
        createdBy: tx.personId,
        createdAt: tx.now,
      });
      await this.files.need(tx, files);
      await this.files.forget(tx, [fileKey]);
      const changed = { ...row, version: row.version + 1 };
      await this.handovers.update(tx, changed);
      tx.audit({ noun: 'handoverPicture', id: row.id, after: { loanId } });
      return this.access.view(tx, sides, changed);
    });
  }

  /** @returns the required owner of the upload; null if a picture was made of it already */
  private mayTake(request: AddHandoverPictureRequest, call: CallContext): Promise<string | null> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const sides = await this.steps.look(tx, request.loanId);
      this.access.sideOf(tx, sides);
      const { pictures } = await this.of(tx, request);
      if (pictures.some(({ sourceKey }) => sourceKey === request.fileKey)) return null;
      requirePlace(sides, pictures);
      return tx.personId;
    });
  }

  private async of(
    tx: Transaction,
    { loanId, handoverId }: AddHandoverPictureRequest,
  ): Promise<{ row: HandoverRow; pictures: HandoverPictureRow[] }> {
    const row = await this.handovers.find(tx, loanId, handoverId);
    if (row === null) throw new DomainError('NOT_FOUND');
    const all = await this.handovers.picturesOf(tx, loanId);
    return { row, pictures: all.filter((one) => one.handoverId === handoverId) };
  }
}

/** A closed loan gets no more pictures. @throws DomainError `LOAN_CLOSED`, `HANDOVER_PICTURES_TOO_MANY` */
function requirePlace({ loan }: LoanSides, pictures: readonly HandoverPictureRow[]): void {
  if (loan.closedAt !== null) throw new DomainError('LOAN_CLOSED');
  if (pictures.length < handoverPicturesMax) return;
  throw new DomainError('HANDOVER_PICTURES_TOO_MANY', { params: { max: handoverPicturesMax } });
}
