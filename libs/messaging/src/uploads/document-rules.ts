import {
  attachmentBytesMax,
  type AttachmentKind,
  type RecordingKind,
} from '@gongxiang/contracts/words/uploads';
import { DomainError, fileNameText } from '@gongxiang/domain';

const stemCharactersMax = 80;
const office = 'application/vnd.openxmlformats-officedocument';

/** The media type of a download: by content, whatever the upload claimed. */
export const mediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
};

/** @throws DomainError `ATTACHMENT_TOO_LARGE` */
export function requireBytes(bytes: number): void {
  if (bytes <= attachmentBytesMax) return;
  const params = { megabytesMax: attachmentBytesMax / 1024 / 1024 };
  throw new DomainError('ATTACHMENT_TOO_LARGE', { pointer: '/fileKey', params });
}

/**
 * The file name for downloads: the original name, made safe for any system, with the extension of the detected type.
 */
export function savedName(name: string, kind: AttachmentKind | RecordingKind): string {
  const stem = fileNameText(name.replace(/\.[^.]*$/, ''), stemCharactersMax).replace(/^[.\s]+|[.\s]+$/g, '');
  return `${stem === '' ? '附件' : stem}.${kind}`;
}

/** The title in the list. */
export function titleOf(name: string | null | undefined, fileName: string): string {
  const title = name?.trim() ?? '';
  return title === '' ? fileName.replace(/\.[^.]*$/, '') : title;
}
