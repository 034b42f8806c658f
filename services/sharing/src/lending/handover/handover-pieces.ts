import { Injectable } from '@nestjs/common';
import type { HandoverDirection } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanSides } from '../loan/loan-sides.js';
import { type Found, PieceService } from '../piece/piece.service.js';
import type { HandoverRow } from './handover.entity.js';
import { awaitedPieces } from './handover.model.js';

/** The facts of a handover before its pieces are recorded. */
interface Handing {
  readonly direction: HandoverDirection;
  /** Ids of the named pieces; null if none is named. */
  readonly named: readonly string[] | null;
  /** The ids or codes by which they were named. */
  readonly names: readonly string[];
  readonly quantity: number;
  /** The named pieces must be all that are left. */
  readonly isWhole: boolean;
  readonly all: readonly HandoverRow[];
}

/** Determines the pieces of a handover: any part of labelled things, but a kit only as a whole. */
@Injectable()
export class HandoverPieces {
  constructor(private readonly pieces: PieceService) {}

  /**
   * @returns the ids of the named pieces; null if none is named @throws DomainError `PIECE_UNKNOWN`,
   * `PIECE_NAMED_TWICE`
   */
  async named(tx: Transaction, names: readonly string[] | null | undefined): Promise<string[] | null> {
    return names?.length ? this.pieces.idsOf(tx, names) : null;
  }

  /**
   * The ids to record. Returned pieces are listed one by one even if all are returned, so that a handover waiting for
   * its answer stays the same whatever is handed out meanwhile.
   * @throws DomainError `PIECE_UNKNOWN`, `PIECES_REQUIRED`, `PIECES_STILL_OUT`; `HANDOVER_TOO_MUCH` for pieces
   * awaited already
   */
  async ofHandover(tx: Transaction, { loan, resource }: LoanSides, handing: Handing): Promise<string[]> {
    const { direction, named, quantity, all } = handing;
    if (direction === 'out') return [...(named ?? [])];
    const out = await this.pieces.stillOut(tx, loan.id);
    if (named === null && out.length === 0) return [];
    const awaited = awaitedPieces(all);
    const left = out.filter(({ pieceId }) => !awaited.has(pieceId));
    if (named !== null) requireOut(named, handing.names, { out, awaited });
    const back = named ?? left.map(({ pieceId }) => pieceId);
    if (handing.isWhole || resource.counting === 'kit') requireAll(back, left);
    else if (back.length !== quantity) throw required(quantity);
    return [...back];
  }

  /** Hands out the pieces of a handover that counts. @throws DomainError as {@link PieceService.handOut} does */
  async handOut(tx: Transaction, { loan, resource }: LoanSides, row: HandoverRow): Promise<void> {
    const quantity = resource.counting === 'kit' ? null : row.quantity;
    await this.pieces.handOut(tx, loan, { named: row.pieces, quantity });
  }

  /** Takes back the pieces of a handover that counts, and records their condition. */
  async takeBack(tx: Transaction, { loan }: LoanSides, row: HandoverRow): Promise<void> {
    await this.pieces.takeBackSome(tx, loan, row.pieces, foundIn(row));
  }

  /** Takes back everything still out: the loan is over. */
  async takeAllBack(tx: Transaction, { loan }: LoanSides, row: HandoverRow): Promise<void> {
    await this.pieces.takeBackAll(tx, loan, row.pieces.length === 0 ? null : row.pieces, foundIn(row));
  }

  /**
   * Whether the pieces of a pending handover are still where it takes them from. Others may have taken them since.
   */
  async areThere(tx: Transaction, { loanId, direction, pieces }: HandoverRow): Promise<boolean> {
    if (pieces.length === 0) return true;
    if (direction === 'out') return !(await this.pieces.isAnyOut(tx, pieces));
    const out = new Set((await this.pieces.stillOut(tx, loanId)).map(({ pieceId }) => pieceId));
    return (await this.pieces.idsOf(tx, pieces)).every((id) => out.has(id));
  }
}

function requireAll(
  back: readonly string[],
  left: readonly { readonly pieceId: string; readonly label: string }[],
): void {
  const missing = left.filter(({ pieceId }) => !back.includes(pieceId));
  if (missing.length === 0) return;
  const labels = missing.map(({ label }) => label).join('、');
  const params = { count: missing.length, labels };
  throw new DomainError('PIECES_STILL_OUT', { pointer: '/pieces', params });
}

function requireOut(
  named: readonly string[],
  names: readonly string[],
  { out, awaited }: { out: readonly { readonly pieceId: string }[]; awaited: ReadonlySet<string> },
): void {
  named.forEach((id, place) => {
    const pointer = `/pieces/${place}`;
    const isOut = out.some(({ pieceId }) => pieceId === id);
    if (!isOut) throw new DomainError('PIECE_UNKNOWN', { pointer, params: { name: names[place] ?? id } });
    const left = out.length - awaited.size;
    if (awaited.has(id)) throw new DomainError('HANDOVER_TOO_MUCH', { pointer, params: { left } });
  });
}

function required(count: number): DomainError {
  return new DomainError('PIECES_REQUIRED', { pointer: '/pieces', params: { count } });
}

/**
 * The condition in which its piece was found, and by whom, for automatic returns. A statement about several together
 * says nothing about each.
 */
function foundIn({ grade, recordedBy, pieces }: HandoverRow): Found {
  const condition = pieces.length > 1 ? null : grade === 'asNew' ? 'good' : grade;
  return { condition, ...(recordedBy === null ? {} : { by: recordedBy }) };
}
