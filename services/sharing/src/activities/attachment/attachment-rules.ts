import {
  type AttachmentKind,
  type AttachmentVisibility,
  attachmentBytesMax,
  attachmentsMax,
  attachmentVisibilities,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { dayMs, DomainError, fileNameText } from '@gongxiang/domain';

/** Days a removed attachment can be restored. */
const keptDays = 30;
const stemCharactersMax = 80;

export function erasedAt(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptDays * dayMs);
}

/** The standing of a reader towards an activity: each level includes those before it. */
export type Standing = AttachmentVisibility;

/** @param standing the highest of the reader */
export function mayRead(visibility: AttachmentVisibility, standing: Standing): boolean {
  return attachmentVisibilities.indexOf(visibility) <= attachmentVisibilities.indexOf(standing);
}

/** @throws DomainError `ATTACHMENT_TOO_LARGE` */
export function requireBytes(bytes: number): void {
  if (bytes <= attachmentBytesMax) return;
  const params = { megabytesMax: attachmentBytesMax / 1024 / 1024 };
  throw new DomainError('ATTACHMENT_TOO_LARGE', { pointer: '/fileKey', params });
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

/**
 * The file name for downloads: the original name, made safe for any system, with the extension of the detected type.
 */
export function savedName(name: string, kind: AttachmentKind): string {
  const stem = fileNameText(name.replace(/\.[^.]*$/, ''), stemCharactersMax).replace(/^[.\s]+|[.\s]+$/g, '');
  return `${stem === '' ? '附件' : stem}.${kind}`;
}

/** The title in the list. */
export function titleOf(name: string | null | undefined, fileName: string): string {
  const title = name?.trim() ?? '';
  return title === '' ? fileName.replace(/\.[^.]*$/, '') : title;
}
