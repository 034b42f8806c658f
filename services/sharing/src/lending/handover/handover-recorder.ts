import { Injectable } from '@nestjs/common';
import {
  type DamageNote,
  type HandoverSide,
  handoversMax,
  type RecordHandoverRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { DamageService } from '../loan-damage/loan-damage.service.js';
import { nextState } from '../loan/loan.model.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { HandoverAnswers } from './handover-answers.js';
import { HandoverAccess } from './handover-access.js';
import type { HandoverRow } from './handover.entity.js';
import { answerBy, counts, quantityOf, twinOf, type Wish } from './handover.model.js';
import { HandoverRepository } from './handover.repository.js';

/** A handover to record, and by whom. */
type HandoverToRecord = RecordHandoverRequest & {
  readonly side: HandoverSide;
  /** The named pieces must be all that are left. */
  readonly isWhole?: true;
};

interface Recorded {
  readonly row: HandoverRow;
  /** With the loan after it. */
  readonly sides: LoanSides;
  /** The other side had recorded it already: this was its answer. */
  readonly isAnswer: boolean;
}

/** Records a handover and updates the loan as far as it counts. The caller holds the loan's lock. */
@Injectable()
export class HandoverRecorder {
  constructor(
    private readonly access: HandoverAccess,
    private readonly answers: HandoverAnswers,
    private readonly handovers: HandoverRepository,
    private readonly damages: DamageService,
  ) {}

  /**
   * @throws DomainError `ILLEGAL_TRANSITION`, `LOAN_OVER`, `DAMAGE_BY_OWNER`, `HANDOVERS_TOO_MANY`, as {@link quantityOf},
   *   `HandoverPieces.ofHandover`, `LoanSteps.handOut` and `DamageService.claimIn` do
   */
  async record(tx: Transaction, sides: LoanSides, request: HandoverToRecord): Promise<Recorded> {
    const { loan } = sides;
    const named = await this.access.pieces.named(tx, request.pieces);
    const wish = wishOf(tx, request, { sides, named });
    const damage = damageOf(request);
    const all = await this.handovers.listOf(tx, loan.id);
    const twin = twinOf(wish, all);
    if (twin !== null && twin.recordedBy !== tx.personId) {
      const answered = await this.answers.confirmIn(tx, sides, twin, { answer: 'person' });
      await this.claim(tx, answered.sides, { damage, handoverId: answered.row.id });
      return { row: answered.row, sides: await this.access.closeIfOver(tx, answered.sides), isAnswer: true };
    }
    requireStep(sides, wish);
    if (all.length >= handoversMax) {
      throw new DomainError('HANDOVERS_TOO_MANY', { params: { max: handoversMax } });
    }
    const quantity = quantityOf(wish, loan, all);
    const isWhole = request.isWhole ?? false;
    const handing = { direction: wish.direction, named, names: request.pieces ?? [], quantity, isWhole, all };
    const pieces = await this.access.pieces.ofHandover(tx, sides, handing);
    const row = newHandover(tx, request, { wish, sides, quantity, pieces });
    await this.handovers.insert(tx, row);
    tx.audit({ noun: 'handover', id: row.id, after: audited(row) });
    const after = counts(row) ? await this.access.apply(tx, sides, row) : sides;
    await this.claim(tx, after, { damage, handoverId: row.id });
    if (row.state !== 'waiting') {
      return { row, sides: await this.access.closeIfOver(tx, after), isAnswer: false };
    }
    await this.answers.await(tx, row);
    return { row, sides: after, isAnswer: false };
  }

  private async claim(
    tx: Transaction,
    sides: LoanSides,
    { damage, handoverId }: { readonly damage: DamageNote | null; readonly handoverId: string },
  ): Promise<void> {
    if (damage !== null) await this.damages.claimIn(tx, sides, { ...damage, handoverId, within: '/damage' });
  }
}

/** A device's clock may be fast: nothing happened later than now. */
function wishOf(
  tx: Transaction,
  { direction, side, quantity, at, isWhole }: HandoverToRecord,
  { sides, named }: { readonly sides: LoanSides; readonly named: readonly string[] | null },
): Wish {
  const statedAt = at ? new Date(at) : tx.now;
  const scanned = sides.resource.counting === 'pieces' && !isWhole ? named?.length : undefined;
  return {
    direction,
    side,
    at: statedAt < tx.now ? statedAt : tx.now,
    quantity: quantity ?? scanned ?? null,
    ...(named === null ? {} : { pieces: named }),
  };
}

/** @throws DomainError `ILLEGAL_TRANSITION`, `LOAN_OVER`, `PIECES_BY_OWNER` */
function requireStep({ loan, resource }: LoanSides, { direction, side, at }: Wish): void {
  const isFurther = direction === 'out' && loan.state === 'handedOver';
  if (!isFurther) nextState(loan.state, direction === 'out' ? 'handOver' : 'giveBack');
  if (direction === 'out' && loan.endsAt <= at) throw new DomainError('LOAN_OVER');
  const hasLabels = resource.counting === 'pieces' || resource.counting === 'kit';
  if (direction === 'out' && side === 'borrower' && hasLabels) throw new DomainError('PIECES_BY_OWNER');
}

/** @throws DomainError `DAMAGE_BY_OWNER` */
function damageOf({ damage, side, direction }: HandoverToRecord): DamageNote | null {
  if (!damage) return null;
  if (side === 'owner' && direction === 'back') return damage;
  throw new DomainError('DAMAGE_BY_OWNER', { pointer: '/damage' });
}

function newHandover(
  tx: Transaction,
  request: HandoverToRecord,
  {
    wish,
    sides: { loan },
    quantity,
    pieces,
  }: { wish: Wish; sides: LoanSides; quantity: number; pieces: string[] },
): HandoverRow {
  const isOwn = loan.ownerUnionId === loan.borrowerUnionId;
  return {
    loanId: loan.id,
    id: request.operationId,
    version: 1,
    direction: wish.direction,
    happenedAt: wish.at,
    recordedAt: tx.now,
    recordedSide: wish.side,
    recordedBy: tx.personId,
    quantity,
    pieces,
    grade: request.grade ?? null,
    condition: request.condition ?? null,
    answerBy: answerBy(tx.now),
    // A union that lends to itself has nobody to confirm it.
    state: isOwn ? 'confirmed' : 'waiting',
    answer: isOwn ? 'sameUnion' : null,
    answeredBy: null,
    answeredAt: isOwn ? tx.now : null,
    dispute: null,
  };
}

function audited(row: HandoverRow): Record<string, unknown> {
  const { loanId, direction, quantity, pieces, recordedSide, grade, condition } = row;
  return {
    loanId,
    direction,
    quantity,
    pieces,
    recordedSide,
    grade,
    condition,
    at: row.happenedAt.toISOString(),
  };
}
