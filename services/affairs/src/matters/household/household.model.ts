import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { DomainError } from '@gongxiang/domain';

/** A plan that binds a household now. */
export interface OpenPlan {
  readonly id: string;
  /** The union that has the matter in which it was agreed. */
  readonly unionName: string;
}

/**
 * What the plan to which a matter refers is to it: agreed in it, or in another that it has joined; in conflict where it was agreed in
 * it while an earlier one binds the household, too.
 */
export type PlanStanding = 'own' | 'joined' | 'conflict';

/** Whether a service has a plan for a household. */
export function hasHouseholdPlan({ steps = [] }: Pick<ServiceDefinition, 'steps'>): boolean {
  return steps.some(({ kind }) => kind === 'householdPlan');
}

/**
 * What a matter has of a plan; null without any. A plan that has ended counts for a matter that is over, whose outcome rests on it,
 * and not for one that is still open or open again: a reopened matter agrees on its plan anew, as the household may have another
 * by then, and what joined a plan that has ended is on its own.
 *
 * Two plans of one household can only come from a merge of two records, as each was agreed before anybody knew that they are of one
 * person. The earlier one stays as it is; the later one counts for nothing until either is taken back, has ended, or the merge is
 * undone. Nothing is written down of it: it follows from who is who now.
 */
export function planStandingOf(
  matter: { readonly id: string; readonly isOpen: boolean },
  plan: {
    readonly matterId: string;
    readonly isEnded: boolean;
    readonly conflictsWith: string | null;
  } | null,
): PlanStanding | null {
  if (plan === null || (matter.isOpen && plan.isEnded)) return null;
  if (plan.matterId !== matter.id) return 'joined';
  return plan.conflictsWith === null ? 'own' : 'conflict';
}

/**
 * One household, one plan (一户一策). It holds across the whole tree, as one federation reaches all of it; within the union that
 * offers a service alone it would be no rule, as husband and wife often work at two enterprises with services of their own.
 *
 * Whoever is refused learns which union has the plan, and nothing else: neither which member of the household it is about, nor
 * number, handler, day or word of the other matter. They need the union, as they have to talk to it or join its plan, and cannot be
 * told less: that a plan exists follows from the refusal itself. To ask about people by declaring them is no way to find out who
 * is helped, as nothing is answered before every adult of the household has signed, and only for members whom the caller sees as an
 * officer; each attempt that succeeds stands in the history of the matter.
 * @param others the plans of the household beside that of the matter itself
 * @throws DomainError `HOUSEHOLD_HAS_PLAN`
 */
export function requireNoPlan(others: readonly OpenPlan[]): void {
  const [first] = others;
  if (first !== undefined)
    throw new DomainError('HOUSEHOLD_HAS_PLAN', { params: { unionName: first.unionName } });
}

/**
 * The plan that a matter of the household joins: the first that was agreed, where a merge of two records has left two.
 * @throws DomainError `HOUSEHOLD_HAS_NO_PLAN`
 */
export function planToJoin(others: readonly OpenPlan[]): OpenPlan {
  const [first] = others;
  if (first === undefined) throw new DomainError('HOUSEHOLD_HAS_NO_PLAN');
  return first;
}
