import { Injectable } from '@nestjs/common';
import type { HandoverDirection } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { LoanSides } from '../loan/loan-sides.js';
import { type Found, PieceService } from '../piece/piece.service.js';
import type { HandoverRow } from './handover.entity.js';
import { awaitedPieces } from './handover.model.js';

/** What is known of a handover before its pieces are written down. */
export interface Handing {
  readonly direction: HandoverDirection;
  /** Ids of the pieces that are named; null where none is. */
  readonly named: readonly string[] | null;
  /** By what they were named. */
  readonly names: readonly string[];
  readonly quantity: number;
  /** Whatever is named has to be all that is left. */
  readonly isWhole: boolean;
  readonly all: readonly HandoverRow[];
}

/** Which pieces change hands, where a loan takes some: things with labels in any part of them, a kit as a whole. */
@Injectable()
export class HandoverPieces {
  constructor(private readonly pieces: PieceService) {}

  /** @returns the ids of what is named; null where nothing is @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE` */
  async named(tx: Transaction, names: readonly string[] | null | undefined): Promise<string[] | null> {
    return names?.length ? this.pieces.idsOf(tx, names) : null;
  }

  /**
   * The ids that are written down. What comes back is named one by one even where all of it does, so that a handover that
   * waits for its answer says the same whatever goes out meanwhile.
   * @throws DomainError `PIECE_UNKNOWN`, `PIECES_REQUIRED`, `PIECES_STILL_OUT`; `HANDOVER_TOO_MUCH` for what is awaited already
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

  /** Gives out what a handover that counts names. @throws DomainError as {@link PieceService.handOut} does */
  async handOut(tx: Transaction, { loan, resource }: LoanSides, row: HandoverRow): Promise<void> {
    const quantity = resource.counting === 'kit' ? null : row.quantity;
    await this.pieces.handOut(tx, loan, { named: row.pieces, quantity });
  }

  /** Takes back what a handover that counts names, and writes down how it was found. */
  async takeBack(tx: Transaction, { loan }: LoanSides, row: HandoverRow): Promise<void> {
    await this.pieces.takeBackSome(tx, loan, row.pieces, foundIn(row));
  }

  /** Takes back all that is still out: the loan is over. */
  async takeAllBack(tx: Transaction, { loan }: LoanSides, row: HandoverRow): Promise<void> {
    await this.pieces.takeBackAll(tx, loan, row.pieces.length === 0 ? null : row.pieces, foundIn(row));
  }

  /** Are the pieces of a handover that does not count yet where it takes them from? Others may have taken them since. */
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
 * In which condition its piece was found, and by whom, where time itself takes it back. What is said of several together says
 * nothing of each of them.
 */
function foundIn({ grade, recordedBy, pieces }: HandoverRow): Found {
  const condition = pieces.length > 1 ? null : grade === 'asNew' ? 'good' : grade;
  return { condition, ...(recordedBy === null ? {} : { by: recordedBy }) };
}
