import type { AttachmentKind } from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { DomainError } from '@gongxiang/domain';
import { sniffType } from '@gongxiang/messaging/files';
import { requireBytes } from './attachment-rules.js';
import { officeKindOf } from './office-check.js';
import { requireStillPdf } from './pdf-check.js';

/** The first bytes by type, as the store sniffs them when it keeps what was checked. */
export interface CheckedFile {
  readonly kind: AttachmentKind;
  readonly sniffed: string;
}

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/heic'];

/**
 * What an uploaded file is by its content, if it is one that may be handed to everybody.
 * @param fileName tells text from a table of text alone, which nothing within tells; it is believed in nothing else
 * @throws DomainError `ATTACHMENT_TOO_LARGE`, `ATTACHMENT_IS_PICTURE`, `ATTACHMENT_FORMAT`, and as {@link officeKindOf} and
 * {@link requireStillPdf} do
 */
export function checkAttachment(bytes: Buffer, fileName: string): CheckedFile {
  requireBytes(bytes.length);
  const sniffed = sniffType(bytes);
  if (pictures.includes(sniffed)) throw new DomainError('ATTACHMENT_IS_PICTURE', { pointer: '/fileKey' });
  if (sniffed === 'application/zip') return { kind: officeKindOf(bytes), sniffed };
  if (sniffed === 'application/pdf') {
    requireStillPdf(bytes);
    return { kind: 'pdf', sniffed };
  }
  if (sniffed !== 'text/csv' || !isText(bytes))
    throw new DomainError('ATTACHMENT_FORMAT', { pointer: '/fileKey' });
  return { kind: /\.csv$/i.test(fileName) ? 'csv' : 'txt', sniffed };
}

/** The whole of it, not its beginning alone: UTF-8, or what Windows writes in Chinese. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0 || bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false; // that is the answer
    }
  });
}
