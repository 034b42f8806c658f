import type { PieceState } from '@gongxiang/contracts/sharing/lending/piece.contract';
import { DomainError, isUuid } from '@gongxiang/domain';
import { readCode } from '../custody/label-code.model.js';

/** Named pieces, sorted into ids and codes. */
interface PieceNames {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
}

const labelDigits = 3;

/** Each piece is in exactly one state; a holder outranks every other fact. */
export function pieceState(piece: {
  readonly retiredAt: Date | null;
  readonly isOut: boolean;
  readonly isOutOfService: boolean;
}): PieceState {
  if (piece.retiredAt !== null) return 'retired';
  if (piece.isOut) return 'out';
  return piece.isOutOfService ? 'outOfService' : 'here';
}

/** The label of a piece with its number: `投影仪-007`. */
export function labelOf(prefix: string, number: number): string {
  return `${prefix.trim()}-${String(number).padStart(labelDigits, '0')}`;
}

/** @throws DomainError `PIECE_UNKNOWN` for a name that is neither an id nor a valid code */
export function namesOf(named: readonly string[]): PieceNames {
  const ids: string[] = [];
  const codes: string[] = [];
  named.forEach((name, place) => {
    const code = readCode(name);
    if (isUuid(name)) ids.push(name);
    else if (code !== null) codes.push(code);
    else throw unknown(name, place);
  });
  return { ids, codes };
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly resourceId: string;
}

/**
 * The named pieces, without duplicates, each of one of the expected resources.
 * @throws DomainError `PIECE_UNKNOWN`, `PIECE_NAMED_TWICE`
 */
export function meant<Piece extends Named>(
  named: readonly string[],
  found: readonly Piece[],
  isMeant: (piece: Piece) => boolean,
): Piece[] {
  const seen = new Set<string>();
  return named.map((name, place) => {
    const piece = found.find((one) => one.id === name || one.code === readCode(name));
    if (piece === undefined || !isMeant(piece)) throw unknown(name, place);
    if (seen.has(piece.id)) {
      throw new DomainError('PIECE_NAMED_TWICE', { pointer: `/pieces/${place}`, params: { name } });
    }
    seen.add(piece.id);
    return piece;
  });
}

/**
 * Checks that of each resource exactly as many pieces are handed over as are lent.
 * @throws DomainError `PIECES_REQUIRED`
 */
export function checkCounts(
  pieces: readonly { readonly resourceId: string }[],
  due: readonly { readonly resourceId: string; readonly quantity: number }[],
): void {
  const isComplete = due.every(
    ({ resourceId, quantity }) =>
      pieces.filter((piece) => piece.resourceId === resourceId).length === quantity,
  );
  if (isComplete) return;
  const count = due.reduce((sum, { quantity }) => sum + quantity, 0);
  throw new DomainError('PIECES_REQUIRED', { pointer: '/pieces', params: { count } });
}

function unknown(name: string, place: number): DomainError {
  return new DomainError('PIECE_UNKNOWN', { pointer: `/pieces/${place}`, params: { name } });
}
