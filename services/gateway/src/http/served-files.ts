import { StreamableFile } from '@nestjs/common';
import type { AttachmentFileView, PictureFileView } from '@gongxiang/contracts/words/uploads';
import type { FileStore } from '@gongxiang/messaging/files';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { attachmentPolicy } from './attachment-policy.js';
import { isMatch } from './entity-tag.js';
import { attachmentOf } from './media-type.js';

/** Answers with a picture, which every service renders as WebP. */
export async function servedPicture(
  outcome: Outcome<PictureFileView>,
  files: FileStore,
): Promise<Outcome<StreamableFile>> {
  const { fileKey, sha256, size } = outcome.body;
  const content = await files.get(fileKey, null, sha256);
  return { ...outcome, body: new StreamableFile(content, { type: 'image/webp', length: size }) };
}

/** As {@link servedPicture}; whoever has it already is told so. @param held the ETags that the caller has */
export async function servedUnlessHeld(
  outcome: Outcome<PictureFileView>,
  files: FileStore,
  { held, reply }: { readonly held: string | undefined; readonly reply: FastifyReply },
): Promise<Outcome<StreamableFile | undefined>> {
  const etag = `"${outcome.body.sha256}"`;
  void reply.header('ETag', etag);
  if (!isMatch(held, etag)) return servedPicture(outcome, files);
  void reply.status(304);
  return { ...outcome, body: undefined };
}

/** Answers with a document, to be saved. */
export async function servedAttachment(
  outcome: Outcome<AttachmentFileView>,
  files: FileStore,
  reply: FastifyReply,
): Promise<Outcome<StreamableFile>> {
  const { fileKey, sha256, size, fileName, contentType } = outcome.body;
  const content = await files.get(fileKey, null, sha256);
  // Overrides the policy of pages, which the response has already.
  reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
  const options = { type: contentType, disposition: attachmentOf(fileName), length: size };
  return { ...outcome, body: new StreamableFile(content, options) };
}
