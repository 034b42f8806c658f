import { pipeline } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { AttachmentFileView, PictureFileView } from '@gongxiang/contracts/words/uploads';
import type { FileStore } from '@gongxiang/messaging/files';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { attachmentPolicy } from './attachment-policy.js';
import { byteRangeOf, RangeOfBytes } from './byte-range.js';
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

/** As {@link servedAttachment}, or the part of it that a player asks for. */
export function servedRecording(
  outcome: Outcome<AttachmentFileView>,
  files: FileStore,
  asked: AskedPart,
): Promise<Outcome<StreamableFile>> {
  const { size, fileName: name, contentType } = outcome.body;
  return servedPart({ size, name, contentType }, asked, () => servedAttachment(outcome, files, asked.reply));
}

/** The `Range` that a player has sent, and the response that says which part it gets. */
export interface AskedPart {
  readonly range: string | undefined;
  readonly reply: FastifyReply;
}

/**
 * Answers with the part of a file that a player asks for, as it reads a video from where somebody has moved to; with the
 * whole where it asks for none. What comes before is read and dropped.
 */
export async function servedPart(
  file: { readonly size: number; readonly name: string; readonly contentType: string },
  { range, reply }: AskedPart,
  open: () => Promise<Outcome<StreamableFile>>,
): Promise<Outcome<StreamableFile>> {
  const { size, name, contentType } = file;
  void reply.header('Accept-Ranges', 'bytes');
  const asked = byteRangeOf(range, size);
  const whole = await open();
  if (asked === null) return whole;
  void reply.status(206).header('Content-Range', `bytes ${asked.first}-${asked.last}/${size}`);
  // Whoever reads hears of a failure by the stream itself.
  const part = pipeline(whole.body.getStream(), new RangeOfBytes(asked), () => undefined);
  const options = {
    type: contentType,
    disposition: attachmentOf(name),
    length: asked.last - asked.first + 1,
  };
  return { ...whole, body: new StreamableFile(part, options) };
}
