import type { AttachmentKind } from '@gongxiang/contracts/words/uploads';
import { DomainError } from '@gongxiang/domain';
import { sniffType } from '../files/sniff-type.js';
import { requireBytes } from './document-rules.js';
import { officeKindOf } from './office-check.js';
import { requireStillPdf } from './pdf-check.js';

/** The type by the first bytes, as the store sniffs it when the checked file is stored. */
export interface CheckedFile {
  readonly kind: AttachmentKind;
  readonly sniffed: string;
}

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/heic'];

/**
 * Determines the type of an uploaded file by its content, if it may be handed to everybody.
 * @param fileName distinguishes text from CSV, which the content cannot; it is trusted for nothing else
 * @throws DomainError `ATTACHMENT_TOO_LARGE`, `ATTACHMENT_IS_PICTURE`, `ATTACHMENT_FORMAT`, and as {@link
 * officeKindOf} and {@link requireStillPdf} do
 */
export function checkDocument(bytes: Buffer, fileName: string): CheckedFile {
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

/** Checks the whole file, not only its beginning: UTF-8, or the Chinese encoding of Windows. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0 || bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false; // not decodable: not text
    }
  });
}
