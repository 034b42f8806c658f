import {
  type AttachmentKind,
  type AttachmentVisibility,
  attachmentBytesMax,
  attachmentsMax,
  attachmentVisibilities,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { DomainError, fileNameText } from '@gongxiang/domain';

const dayMs = 86_400_000;
/** So long a removed attachment can be brought back. */
const keptDays = 30;
const stemCharactersMax = 80;

export function erasedAt(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptDays * dayMs);
}

/** As whom somebody looks at an activity: each word of the scale includes those before it. */
export type Standing = AttachmentVisibility;

/** @param standing the highest that the reader has */
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

/** What a new order has to be: all that are there, each once. @throws DomainError `ATTACHMENTS_CHANGED` */
export function requireAll(present: readonly { readonly id: string }[], ids: readonly string[]): void {
  const isSame = ids.length === present.length && present.every(({ id }) => ids.includes(id));
  if (!isSame) throw new DomainError('ATTACHMENTS_CHANGED', { pointer: '/attachmentIds' });
}

/** The name under which it is saved: what it was called, as any system can save it, with the ending of what it is. */
export function savedName(given: string, kind: AttachmentKind): string {
  const stem = fileNameText(given.replace(/\.[^.]*$/, ''), stemCharactersMax).replace(/^[.\s]+|[.\s]+$/g, '');
  return `${stem === '' ? '附件' : stem}.${kind}`;
}

/** What it is called in the list. */
export function titleOf(given: string | null | undefined, fileName: string): string {
  const title = given?.trim() ?? '';
  return title === '' ? fileName.replace(/\.[^.]*$/, '') : title;
}
