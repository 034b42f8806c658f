import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  LetterKind,
  TemplateWarning,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { taskRequesterOf, Threads } from '@gongxiang/messaging/threads';
import type { LetterTemplateRow } from './letter-template.entity.js';
import {
  letterFilling,
  type LetterOrder,
  letterPrinting,
  megabytesMax,
  templateLook,
  tooLarge,
} from './template-tasks.js';

const bytesMax = megabytesMax * 1024 * 1024;

/** A template that was checked and accepted. */
interface CheckedTemplate {
  readonly sha256: string;
  readonly placeholders: string[];
  readonly warnings: TemplateWarning[];
  readonly pages: number;
}

/** The files of templates: checked on upload, filled on request; both in worker threads. */
@Injectable()
export class TemplateFiles {
  constructor(
    private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * Checks an uploaded file.
   * @throws DomainError `NOT_FOUND` if the caller has uploaded no such file, as `lookAtTemplate` and {@link
   * Threads.run} do
   */
  async check(fileKey: string, kind: LetterKind, call: CallContext): Promise<CheckedTemplate> {
    const ownerId = call.actor?.personId ?? '';
    const bytes = await readUpload(this.files, { fileKey, ownerId, missing: 'NOT_FOUND', requireBytes });
    const found = await this.threads.run(templateLook, { bytes, kind }, taskRequesterOf(call));
    return { sha256: createHash('sha256').update(bytes).digest('hex'), ...found };
  }

  /** @throws DomainError as {@link Threads.run} does */
  async render(
    format: 'docx' | 'pdf',
    template: LetterTemplateRow,
    order: LetterOrder,
    call: CallContext,
  ): Promise<Buffer> {
    const content = await this.files.get(template.fileKey, null, template.sha256);
    const bytes = Buffer.concat((await content.toArray()) as Buffer[]);
    const task = format === 'pdf' ? letterPrinting : letterFilling;
    return Buffer.from(await this.threads.run(task, { bytes, order }, taskRequesterOf(call)));
  }
}

function requireBytes(bytes: number): void {
  if (bytes > bytesMax) throw tooLarge();
}
