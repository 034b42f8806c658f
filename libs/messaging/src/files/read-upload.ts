import type { ErrorCode } from '@gongxiang/contracts/error-codes';
import { DomainError, isUuid } from '@gongxiang/domain';
import type { FileStore } from './file-store.js';

/** The required owner of an upload, and the error code if it does not exist. */
export interface UploadWish {
  readonly fileKey: string;
  /** Only this person's own upload is read. */
  readonly ownerId: string;
  readonly missing: ErrorCode;
  /** Throws if there are too many bytes; called while they arrive. */
  readonly requireBytes: (bytes: number) => void;
}

/** Reads an upload as a whole. @throws DomainError `missing` at `/fileKey`, or the error of `requireBytes` */
export async function readUpload(
  files: FileStore,
  { fileKey, ownerId, missing, requireBytes }: UploadWish,
): Promise<Buffer> {
  // Keys of the store are ids: for anything else the store need not be asked.
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
