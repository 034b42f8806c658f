import type { BenefitDefinition, BenefitState } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import { DomainError, type FieldProblem, fromWire } from '@gongxiang/domain';
import { isOver } from '../listed/last-day.model.js';

export type BenefitAct = 'change' | 'publish' | 'withdraw' | 'restore';

/** To which state each act leads, from those in which it is possible. What had ended is shown again with a later last day. */
const steps: Readonly<Record<BenefitAct, Partial<Record<BenefitState, BenefitState>>>> = {
  change: { draft: 'draft', published: 'published', ended: 'published' },
  publish: { draft: 'published' },
  withdraw: { published: 'withdrawn' },
  restore: { withdrawn: 'published' },
};

/** @throws DomainError `BENEFIT_STATE` */
export function nextBenefitState(state: BenefitState, act: BenefitAct): BenefitState {
  const to = steps[act][state];
  if (to === undefined) throw new DomainError('BENEFIT_STATE');
  return to;
}

/** What is wrong with what is said. Of finance and insurance nothing but a link stands here: no union recommends them. */
export function benefitProblems(definition: BenefitDefinition): FieldProblem[] {
  const { category, way, code, link, from, until } = definition;
  return [
    ...(category === 'finance' && way !== 'link'
      ? [{ pointer: '/way', code: 'BENEFIT_FINANCE_LINK' as const }]
      : []),
    ...(way === 'code' && !code ? [{ pointer: '/code', code: 'BENEFIT_CODE_MISSING' as const }] : []),
    ...(way === 'link' && !link ? [{ pointer: '/link', code: 'BENEFIT_LINK_MISSING' as const }] : []),
    ...savingProblems(definition),
    ...(until < from ? [{ pointer: '/until', code: 'BENEFIT_PERIOD_REVERSED' as const }] : []),
  ];
}

/** What one saves is said once, and of finance and insurance not at all. */
function savingProblems({ category, savesPercent, savesAmount }: BenefitDefinition): FieldProblem[] {
  const saved = savesAmount ? fromWire(savesAmount, '/savesAmount') : null;
  const isSaid = typeof savesPercent === 'number' || saved !== null;
  if (!isSaid) return [];
  const pointer = saved === null ? '/savesPercent' : '/savesAmount';
  if (category === 'finance') return [{ pointer, code: 'BENEFIT_FINANCE_SAVING' }];
  if (saved !== null && saved <= 0n) return [{ pointer, code: 'BENEFIT_SAVING_NONE' }];
  return saved !== null && typeof savesPercent === 'number'
    ? [{ pointer, code: 'BENEFIT_SAVING_TWICE' }]
    : [];
}

/** Without what belongs to another way of getting it. */
export function ownWay({ way, code, link }: Pick<BenefitDefinition, 'way' | 'code' | 'link'>): {
  readonly code: string | null;
  readonly link: string | null;
} {
  return { code: way === 'code' ? (code ?? null) : null, link: way === 'link' ? (link ?? null) : null };
}

/** @throws DomainError `BENEFIT_OVER` */
export function requireBenefitNotOver(until: string, now: Date): void {
  if (isOver(until, now)) throw new DomainError('BENEFIT_OVER', { pointer: '/until' });
}
