import { StreamableFile } from '@nestjs/common';
import { type FileStore, openedStream } from '@gongxiang/messaging/files';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { attachmentPolicy } from '../http/attachment-policy.js';
import { attachmentOf } from '../http/media-type.js';
import { type AskedPart, servedPart } from '../http/served-files.js';

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

/** As {@link sealedAttachment}, or the part of it that a player asks for: a sealed file opens from its beginning. */
export function sealedRecording<Body extends SealedFile>(
  outcome: Outcome<Body>,
  files: FileStore,
  asked: AskedPart,
): Promise<Outcome<StreamableFile>> {
  return servedPart(outcome.body, asked, () => sealedAttachment(outcome, files, asked.reply));
}
