import type { AdoptionRequestState } from '@gongxiang/contracts/sharing/organising/adoption-request.contract';
import type { BrandState } from '@gongxiang/contracts/sharing/organising/brand.contract';
import { DomainError } from '@gongxiang/domain';

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
  const { state, adoption, founderUnionId } = brand;
  if (state !== 'published') throw new DomainError('BRAND_NOT_PUBLISHED', { params: { state } });
  if (adoption === 'open' || unionId === founderUnionId || isApproved) return;
  throw new DomainError('BRAND_APPROVAL_REQUIRED', { pointer: '/organiser' });
}
