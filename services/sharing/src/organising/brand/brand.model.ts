import type { AdoptionRequestState } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import type { BrandState } from '@gongxiang/contracts/sharing/organising/brand.contract';
import { type ActionRule, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officesAt } from '../../reference/whom.model.js';
import type { AdoptionRequestRow, BrandRow } from './brand.entity.js';

/** The life cycle of a brand. A retired brand is still shown with its editions; nobody can adopt it. */
const brandTransitions: Readonly<Record<BrandState, readonly BrandState[]>> = {
  draft: ['published', 'retired'],
  published: ['retired'],
  retired: ['published'],
};

/** The life cycle of a union's request. After a refusal a union may make another request. */
const adoptionTransitions: Readonly<Record<AdoptionRequestState, readonly AdoptionRequestState[]>> = {
  requested: ['approved', 'refused'],
  approved: [],
  refused: [],
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireBrandStep(from: BrandState, to: BrandState): void {
  if (!brandTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function requireAdoptionStep(from: AdoptionRequestState, to: AdoptionRequestState): void {
  if (!adoptionTransitions[from].includes(to))
    throw new DomainError('ILLEGAL_TRANSITION', { params: { from, to } });
}

interface AdoptedBrand {
  readonly state: BrandState;
  readonly adoption: 'open' | 'onRequest';
  readonly founderUnionId: string;
}

/**
 * Checks whether a union may run an edition. The founder needs no approval, and an approval stays valid.
 * @throws DomainError `BRAND_NOT_PUBLISHED`, `BRAND_APPROVAL_REQUIRED`
 */
export function requireAdoptable(brand: AdoptedBrand, unionId: string, isApproved: boolean): void {
  const { state } = brand;
  if (state !== 'published') throw new DomainError('BRAND_NOT_PUBLISHED', { params: { state } });
  if (mayAdopt(brand, unionId, isApproved)) return;
  throw new DomainError('BRAND_APPROVAL_REQUIRED', { pointer: '/organiser' });
}

/** The same as a question. */
export function mayAdopt(
  { state, adoption, founderUnionId }: AdoptedBrand,
  unionId: string,
  isApproved: boolean,
): boolean {
  return state === 'published' && (adoption === 'open' || unionId === founderUnionId || isApproved);
}

/** What a union's request waits for: the decision of the founder. @param rule who decides */
export function awaitsOfAdoption(
  { id: brandId, name, founderUnionId }: Pick<BrandRow, 'id' | 'name' | 'founderUnionId'>,
  { state, unionName }: Pick<AdoptionRequestRow, 'state' | 'unionName'>,
  rule: ActionRule,
): Await[] {
  if (state !== 'requested') return [];
  return [
    {
      ...officesAt([founderUnionId], rule),
      kind: 'adoptionAsked',
      why: 'founder',
      about: { brandId },
      title: name,
      values: { partyName: unionName },
    },
  ];
}
