import type { DamageState } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { dayMs, DomainError, pathsUpwards, rootPath } from '@gongxiang/domain';

export type DamageStep = 'accept' | 'dispute' | 'decide' | 'withdraw';

/** The life cycle of a damage: the possible steps of each state, and where they lead. */
export const damageLife: Readonly<Record<DamageState, Readonly<Partial<Record<DamageStep, DamageState>>>>> = {
  claimed: { accept: 'accepted', dispute: 'disputed', decide: 'decided', withdraw: 'withdrawn' },
  disputed: { accept: 'accepted', decide: 'decided', withdraw: 'withdrawn' },
  // A debt can be waived later; the ledger then reverses it.
  accepted: { withdraw: 'withdrawn' },
  decided: { withdraw: 'withdrawn' },
  withdrawn: {},
};

/** After so many days without an answer a damage may be decided without the borrower. */
const damageAnswerDays = 14;

/** @throws DomainError `ILLEGAL_TRANSITION` naming the state and the step */
export function nextDamageState(state: DamageState, step: DamageStep): DamageState {
  const next = damageLife[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/** Open damages keep their loan from being closed. */
export function isOpen({ state }: { readonly state: DamageState }): boolean {
  return state === 'claimed' || state === 'disputed';
}

export function answerBy(claimedAt: Date): Date {
  return new Date(claimedAt.getTime() + damageAnswerDays * dayMs);
}

/** @param amountFen the claim @throws DomainError `DAMAGE_AMOUNT` if it is not positive */
export function requireAmount(amountFen: bigint, pointer: string): void {
  if (amountFen <= 0n) throw new DomainError('DAMAGE_AMOUNT', { pointer });
}

/**
 * Limits the decision of a superior officer: from nothing up to the claim, once the borrower has answered or missed
 * the deadline.
 * @throws DomainError `DAMAGE_AMOUNT`, `DAMAGE_ANSWER_DUE`
 */
export function requireDecidable(
  damage: { readonly state: DamageState; readonly amountFen: bigint; readonly answerBy: Date },
  owedFen: bigint,
  now: Date,
): void {
  if (damage.state === 'claimed' && now < damage.answerBy) {
    throw new DomainError('DAMAGE_ANSWER_DUE', { params: { time: damage.answerBy.toISOString() } });
  }
  if (owedFen >= 0n && owedFen <= damage.amountFen) return;
  throw new DomainError('DAMAGE_AMOUNT', { pointer: '/amount' });
}

/**
 * The path of the union that decides a dispute: the nearest above both sides, or the root if one of them is the root.
 */
export function decidingPath(ownerPath: string, borrowerPath: string): string {
  const above = pathsUpwards(ownerPath).slice(0, -1);
  const shared = above.filter((path) => borrowerPath.startsWith(path) && borrowerPath !== path);
  return shared.at(-1) ?? rootPath;
}
