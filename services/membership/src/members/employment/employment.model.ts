import type { AddEmployment } from '@gongxiang/contracts/membership/members/employment.contract';
import type { EmploymentKind } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import type { MembershipRow } from '../member/membership.entity.js';
import type { EmploymentRow } from './employment.entity.js';

/** Of one person; nobody has had more, and a list of them is read as a whole. */
export const employmentsMax = 100;

export type EmploymentFields = Omit<EmploymentRow, 'id' | 'version' | 'personId' | 'createdAt'>;

/**
 * The employment that an officer records.
 * @param today in China
 * @throws DomainError `EMPLOYER_REQUIRED`, `EMPLOYMENT_NOT_DISPATCHED`, `EMPLOYMENT_HOST_TWICE`,
 * `EMPLOYMENT_STARTS_AHEAD`, `EMPLOYMENT_ENDS_AHEAD`, `PERIOD_ENDS_BEFORE_START`
 */
export function employmentOf(request: Omit<AddEmployment, 'memberId'>, today: string): EmploymentFields {
  const fields: EmploymentFields = {
    kind: request.kind,
    enterpriseId: request.enterpriseId ?? null,
    employerName: written(request.employerName),
    hostEnterpriseId: request.hostEnterpriseId ?? null,
    hostName: written(request.hostName),
    servedByUnionId: request.servedByUnionId ?? null,
    validFrom: request.validFrom,
    validTo: request.validTo ?? null,
  };
  requireEmployer(fields);
  requireHost(fields);
  if (fields.validFrom > today) throw new DomainError('EMPLOYMENT_STARTS_AHEAD', { pointer: '/validFrom' });
  if (fields.validTo !== null) requireEnd(fields, fields.validTo, today);
  return fields;
}

function written(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** @throws DomainError `EMPLOYER_REQUIRED` */
function requireEmployer({ enterpriseId, employerName }: EmploymentFields): void {
  if (enterpriseId === null && employerName === null)
    throw new DomainError('EMPLOYER_REQUIRED', { pointer: '/employerName' });
  if (enterpriseId !== null && employerName !== null)
    throw new DomainError('EMPLOYER_REQUIRED', { pointer: '/enterpriseId' });
}

/** @throws DomainError `EMPLOYMENT_NOT_DISPATCHED`, `EMPLOYMENT_HOST_TWICE` */
function requireHost({ kind, hostEnterpriseId, hostName, servedByUnionId }: EmploymentFields): void {
  const hasHost = hostEnterpriseId !== null || hostName !== null || servedByUnionId !== null;
  if (hasHost && kind !== 'dispatched')
    throw new DomainError('EMPLOYMENT_NOT_DISPATCHED', { pointer: '/kind' });
  if (hostEnterpriseId !== null && hostName !== null)
    throw new DomainError('EMPLOYMENT_HOST_TWICE', { pointer: '/hostName' });
}

/** @throws DomainError `EMPLOYMENT_ENDS_AHEAD`, `PERIOD_ENDS_BEFORE_START` */
function requireEnd({ validFrom }: Pick<EmploymentRow, 'validFrom'>, validTo: string, today: string): void {
  if (validTo > today) throw new DomainError('EMPLOYMENT_ENDS_AHEAD', { pointer: '/validTo' });
  if (validTo < validFrom) throw new DomainError('PERIOD_ENDS_BEFORE_START', { pointer: '/validTo' });
}

/**
 * The employment after its end.
 * @throws DomainError `ILLEGAL_TRANSITION` if it has ended, and as {@link employmentOf}
 */
export function endedEmployment(before: EmploymentRow, validTo: string, today: string): EmploymentRow {
  if (before.validTo !== null) throw new DomainError('ILLEGAL_TRANSITION');
  requireEnd(before, validTo, today);
  return { ...before, version: before.version + 1, validTo };
}

/** Whether two employments are at the same employer, and neither has ended. */
export function isSameEmployer(
  left: Pick<EmploymentRow, 'enterpriseId' | 'employerName' | 'validTo'>,
  right: Pick<EmploymentRow, 'enterpriseId' | 'employerName' | 'validTo'>,
): boolean {
  return (
    left.validTo === null &&
    right.validTo === null &&
    left.enterpriseId === right.enterpriseId &&
    left.employerName === right.employerName
  );
}

/**
 * The kind that a membership shows: of the newest employment that goes on. Whoever is retained as retired stays so, also
 * where they work again.
 * @param open employments that go on, newest first
 */
export function kindOf(
  { retainedReason }: Pick<MembershipRow, 'retainedReason'>,
  open: readonly Pick<EmploymentRow, 'kind'>[],
): EmploymentKind | null {
  return retainedReason === 'retired' ? 'retired' : (open[0]?.kind ?? null);
}

/**
 * The union that serves a dispatched person where they work: that of the newest employment that goes on and names one. It is never
 * their own, which serves them anyway.
 * @param open employments that go on, newest first
 */
export function servingUnionOf(
  ownUnionId: string,
  open: readonly Pick<EmploymentRow, 'servedByUnionId'>[],
): string | null {
  const serving = open.find(({ servedByUnionId }) => servedByUnionId !== null)?.servedByUnionId ?? null;
  return serving === ownUnionId ? null : serving;
}
