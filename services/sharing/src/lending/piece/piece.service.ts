import { Injectable } from '@nestjs/common';
import type { LoanPiece, PieceCondition } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { PieceRow } from '../custody/custody.entity.js';
import { CustodyRepository } from '../custody/custody.repository.js';
import { checkCounts, meant, namesOf } from './piece.model.js';

/** The condition of returned pieces; null if nobody checked. */
export interface Found {
  readonly condition?: PieceCondition | null;
  /** Who took them back, for automatic returns. */
  readonly by?: string;
}

/** Hands pieces out and takes them back. Callers hold the locks of the loan and its resources. */
@Injectable()
export class PieceService {
  constructor(private readonly custody: CustodyRepository) {}

  /**
   * Hands out the pieces of a loan; nothing if it has none.
   * @param passing ids or label codes, and how many; null: all of the loan, as for a kit
   * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`, `PIECES_REQUIRED`, `PIECE_RETIRED`,
   * `PIECE_OUT_OF_SERVICE`, `PIECE_OUT`
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

  /** Takes back some pieces of a loan, each in its condition. */
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
   * Takes back everything still out with a loan.
   * @param named the returned pieces, by ids or label codes; null: all
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
   * @param named the returned pieces, by ids or label codes
   * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`, `PIECES_REQUIRED` if none is named
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

  /** Whether any of some pieces is out, with any loan. */
  async isAnyOut(tx: Transaction, named: readonly string[]): Promise<boolean> {
    return (await this.custody.handsOf(tx, await this.idsOf(tx, named))).size > 0;
  }

  /** The pieces handed out with a loan, including returned ones. */
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
