import { Injectable } from '@nestjs/common';
import type { LoanPiece, PieceCondition } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { PieceRow } from '../custody/custody.entity.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import { checkCounts, meant, namesOf } from './piece.model.js';

/** In which condition pieces came back; null where nobody looked. */
export interface Found {
  readonly condition?: PieceCondition | null;
  /** Who took them back, where time itself says so. */
  readonly by?: string;
}

/** How pieces go from hand to hand. Whoever calls holds the locks of the loan and of what it takes. */
@Injectable()
export class PieceService {
  constructor(private readonly custody: CustodyRepository) {}

  /**
   * Gives out pieces that a loan takes; nothing where it takes none.
   * @param passing ids or label codes, and how many go; null: all that go with the loan, as of a kit
   * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`, `PIECES_REQUIRED`, `PIECE_RETIRED`, `PIECE_OUT_OF_SERVICE`,
   *   `PIECE_OUT`
   */
  async handOut(
    tx: Transaction,
    loan: { readonly id: string },
    { named, quantity }: { readonly named: readonly string[]; readonly quantity: number | null },
  ): Promise<void> {
    const all = await this.custody.piecesDue(tx, loan.id);
    const due = quantity === null ? all : all.map((one) => ({ ...one, quantity }));
    const pieces = meant(named, await this.found(tx, named), (piece) =>
      due.some(({ resourceId }) => resourceId === piece.resourceId),
    );
    checkCounts(pieces, due);
    if (pieces.length === 0) return;
    await this.checkUsable(tx, pieces);
    await this.custody.handOut(tx, loan.id, pieces);
    const ids = pieces.map(({ id }) => id);
    await this.custody.note(tx, ids, { act: 'handedOver', loanId: loan.id });
  }

  /** Takes some pieces back that went out with a loan, each as it was found. */
  async takeBack(
    tx: Transaction,
    loan: { readonly id: string },
    pieceIds: readonly string[],
    { condition = null, by }: Found = {},
  ): Promise<void> {
    if (pieceIds.length === 0) return;
    await this.custody.takeBack(tx, loan.id, pieceIds);
    const line = { act: 'returned', loanId: loan.id, condition } as const;
    await this.custody.note(tx, pieceIds, { ...line, ...(by === undefined ? {} : { by }) });
    if (condition !== null) await this.custody.found(tx, pieceIds, condition);
  }

  /**
   * Takes back all that is still out with a loan.
   * @param named what came back, by ids or label codes; null: all of it
   * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`, `PIECES_STILL_OUT`
   */
  async takeBackAll(
    tx: Transaction,
    loan: { readonly id: string },
    named: readonly string[] | null,
    found: Found = {},
  ): Promise<void> {
    const out = await this.stillOut(tx, loan.id);
    const outIds = new Set(out.map(({ pieceId }) => pieceId));
    if (named !== null) {
      const back = meant(named, await this.found(tx, named), ({ id }) => outIds.has(id));
      const missing = out.filter(({ pieceId }) => !back.some(({ id }) => id === pieceId));
      if (missing.length > 0) {
        const labels = missing.map(({ label }) => label).join('、');
        throw new DomainError('PIECES_STILL_OUT', {
          pointer: '/pieces',
          params: { count: missing.length, labels },
        });
      }
    }
    await this.takeBack(tx, loan, [...outIds], found);
  }

  /**
   * Takes back some of what is out with a loan; the others stay out.
   * @param named what came back, by ids or label codes
   * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`, `PIECES_REQUIRED` where nothing is named
   */
  async takeBackSome(
    tx: Transaction,
    loan: { readonly id: string },
    named: readonly string[],
    found: Found = {},
  ): Promise<void> {
    if (named.length === 0)
      throw new DomainError('PIECES_REQUIRED', { pointer: '/pieces', params: { count: 1 } });
    const out = await this.stillOut(tx, loan.id);
    const outIds = new Set(out.map(({ pieceId }) => pieceId));
    const back = meant(named, await this.found(tx, named), ({ id }) => outIds.has(id));
    const ids = back.map(({ id }) => id);
    await this.takeBack(tx, loan, ids, found);
  }

  /** @param named ids or label codes @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE` */
  async idsOf(tx: Transaction, named: readonly string[]): Promise<string[]> {
    return meant(named, await this.found(tx, named), () => true).map(({ id }) => id);
  }

  async stillOut(tx: Transaction, loanId: string): ReturnType<CustodyRepository['ofLoan']> {
    return (await this.custody.ofLoan(tx, loanId)).filter(({ backAt }) => backAt === null);
  }

  /** Is one of some pieces in a hand, by whatever loan? */
  async isAnyOut(tx: Transaction, named: readonly string[]): Promise<boolean> {
    return (await this.custody.handsOf(tx, await this.idsOf(tx, named))).size > 0;
  }

  /** The pieces that went out with a loan, also those that are back. */
  async ofLoan(tx: Transaction, loanId: string): Promise<LoanPiece[]> {
    const rows = await this.custody.ofLoan(tx, loanId);
    return rows.map(({ pieceId, resourceId, code, label, outAt, backAt }) => ({
      pieceId,
      resourceId,
      code,
      label,
      outAt: outAt.toISOString(),
      backAt: backAt?.toISOString() ?? null,
    }));
  }

  private async found(tx: Transaction, named: readonly string[]): Promise<PieceRow[]> {
    if (named.length === 0) return [];
    const { ids, codes } = namesOf(named);
    return this.custody.named(tx, ids, codes);
  }

  private async checkUsable(tx: Transaction, pieces: readonly PieceRow[]): Promise<void> {
    const ids = pieces.map(({ id }) => id);
    const hands = await this.custody.handsOf(tx, ids);
    const broken = await this.custody.outOfService(tx, ids);
    pieces.forEach(({ id, label, retiredAt }, place) => {
      const problem = { pointer: `/pieces/${place}`, params: { label } };
      if (retiredAt !== null) throw new DomainError('PIECE_RETIRED', problem);
      if (hands.has(id)) throw new DomainError('PIECE_OUT', problem);
      if (broken.has(id)) throw new DomainError('PIECE_OUT_OF_SERVICE', { pointer: problem.pointer });
    });
  }
}
