import { pipeline } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type FileStore, openedStream } from '@gongxiang/messaging/files';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { attachmentPolicy } from '../http/attachment-policy.js';
import { byteRangeOf, RangeOfBytes } from '../http/byte-range.js';
import { attachmentOf } from '../http/media-type.js';

/** Where a sealed file is, and what opens it. */
interface SealedFile {
  readonly fileKey: string;
  readonly sha256: string;
  readonly opening: string;
  readonly size: number;
  readonly name: string;
  readonly contentType: string;
}

/** Answers with the opened content of a file that a service has sealed, to be saved. */
export async function sealedAttachment<Body extends SealedFile>(
  outcome: Outcome<Body>,
  files: FileStore,
  reply: FastifyReply,
): Promise<Outcome<StreamableFile>> {
  const { fileKey, sha256, opening, size, name, contentType } = outcome.body;
  const content = openedStream(await files.get(fileKey, null, sha256), opening);
  // Overrides the policy of pages, which the response has already.
  reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
  const options = { type: contentType, disposition: attachmentOf(name), length: size };
  return { ...outcome, body: new StreamableFile(content, options) };
}

/**
 * As {@link sealedAttachment}, or the part of it that a player asks for: it reads a video from where somebody has moved to.
 * What comes before is read and dropped, as a sealed file opens from its beginning.
 */
export async function sealedRecording<Body extends SealedFile>(
  outcome: Outcome<Body>,
  files: FileStore,
  { range, reply }: { readonly range: string | undefined; readonly reply: FastifyReply },
): Promise<Outcome<StreamableFile>> {
  const { size, name, contentType } = outcome.body;
  void reply.header('Accept-Ranges', 'bytes');
  const asked = byteRangeOf(range, size);
  const whole = await sealedAttachment(outcome, files, reply);
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
