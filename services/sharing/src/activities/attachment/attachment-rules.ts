import {
  type AttachmentVisibility,
  attachmentsMax,
  attachmentVisibilities,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { dayMs, DomainError } from '@gongxiang/domain';

/** Days a removed attachment can be restored. */
const keptDays = 30;

export function erasedAt(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptDays * dayMs);
}

/** The standing of a reader towards an activity: each level includes those before it. */
export type Standing = AttachmentVisibility;

/** @param standing the highest of the reader */
export function mayRead(visibility: AttachmentVisibility, standing: Standing): boolean {
  return attachmentVisibilities.indexOf(visibility) <= attachmentVisibilities.indexOf(standing);
}

/** @throws DomainError `ATTACHMENTS_TOO_MANY` */
export function requirePlace(count: number): void {
  if (count >= attachmentsMax)
    throw new DomainError('ATTACHMENTS_TOO_MANY', { params: { max: attachmentsMax } });
}

/** A new order must contain all present ones exactly once. @throws DomainError `ATTACHMENTS_CHANGED` */
export function requireAll(present: readonly { readonly id: string }[], ids: readonly string[]): void {
  const isSame = ids.length === present.length && present.every(({ id }) => ids.includes(id));
  if (!isSame) throw new DomainError('ATTACHMENTS_CHANGED', { pointer: '/attachmentIds' });
}
