import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { taskRequesterOf, Threads } from '@gongxiang/messaging/threads';
import { cellReading } from './figure-reading.js';
import { figureRowsMax } from './figure-rows.model.js';

export interface FigureFileContent {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** The cells as text, the header first. */
  readonly rows: readonly (readonly string[])[];
}

const fileBytesMax = 2 * 1024 * 1024;

/** Reads tables that people upload, in a thread. */
@Injectable()
export class FigureFile {
  constructor(
    private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * A file that another than the caller uploaded is not read for them.
   * @throws DomainError `FIGURE_FILE_MISSING`, `FIGURE_FILE_TOO_LONG` {max}, as `readCells` and {@link Threads.run} do
   */
  async read(fileKey: string, call: CallContext): Promise<FigureFileContent> {
    const ownerId = call.actor?.personId ?? '';
    const wish = { fileKey, ownerId, missing: 'FIGURE_FILE_MISSING', requireBytes } as const;
    const bytes = await readUpload(this.files, wish);
    const rows = await this.threads.run(cellReading, bytes, taskRequesterOf(call));
    return { hash: createHash('sha256').update(bytes).digest('hex'), rows };
  }
}

function requireBytes(bytes: number): void {
  if (bytes <= fileBytesMax) return;
  throw new DomainError('FIGURE_FILE_TOO_LONG', { pointer: '/fileKey', params: { max: figureRowsMax } });
}
