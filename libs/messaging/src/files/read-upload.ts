import type { ErrorCode } from '@gongxiang/contracts/error-codes';
import { DomainError, isUuid } from '@gongxiang/domain';
import type { FileStore } from './file-store.js';

/** Whose an upload has to be, and what is said where it is not there. */
export interface UploadWish {
  readonly fileKey: string;
  /** A file that another uploaded is not read for him. */
  readonly ownerId: string;
  readonly missing: ErrorCode;
  /** Throws where it is too much; asked while the bytes come. */
  readonly requireBytes: (bytes: number) => void;
}

/** The bytes of an upload that is read as a whole. @throws DomainError `missing` at `/fileKey`, as `requireBytes` does */
export async function readUpload(
  files: FileStore,
  { fileKey, ownerId, missing, requireBytes }: UploadWish,
): Promise<Buffer> {
  // The keys of the store are ids: whatever else is named is none, and the store need not be asked.
  if (!isUuid(fileKey)) throw new DomainError(missing, { pointer: '/fileKey' });
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await files.get(fileKey, ownerId)) {
      bytes += (chunk as Buffer).length;
      requireBytes(bytes);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    const isGone = error instanceof DomainError && error.code === 'NOT_FOUND';
    throw isGone ? new DomainError(missing, { pointer: '/fileKey' }) : error;
  }
  return Buffer.concat(chunks);
}
