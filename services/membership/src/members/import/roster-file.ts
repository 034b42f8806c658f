import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { Threads } from '@gongxiang/messaging/threads';
import type { HeaderWords } from './roster-columns.model.js';
import {
  type Roster,
  type RosterLayout,
  type RosterPreview,
  rosterPreviewing,
  rosterReading,
} from './roster-reading.js';
import { type ResultRequest, resultWriting } from './roster-result.js';

export interface RosterSource {
  readonly fileKey: string;
  /** The importing officer: only their own upload is read, and parsing uses their budget. */
  readonly requestedBy: string;
}

/** Above the gateway's limit. */
const fileBytesMax = 24 * 1024 * 1024;
/** Shorter than the lease of the worker. */
const readTimeoutMs = 25_000;

/** Parses rosters in a thread, so that a malicious file of commas alone delays nobody's sign-in. */
@Injectable()
export class RosterFile {
  constructor(
    private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * @param layout where the roster is; null if it is to be found
   * @param words what the union calls its columns
   * @throws DomainError `IMPORT_FILE_MISSING`, the refusals of `readRoster`, and the retryable `BUSY` and `TIME_UP`
   */
  async read(source: RosterSource, layout: RosterLayout | null, words: HeaderWords): Promise<Roster> {
    const bytes = await this.bytesOf(source);
    return this.threads.run(rosterReading, { bytes, layout, words }, askerOf(source));
  }

  /** @throws DomainError as `read`, with the refusals of `previewRoster` */
  async preview(
    source: RosterSource,
    layout: RosterLayout | null,
    words: HeaderWords,
  ): Promise<RosterPreview> {
    const bytes = await this.bytesOf(source);
    return this.threads.run(rosterPreviewing, { bytes, layout, words }, askerOf(source));
  }

  /** The file with a column of results. @throws DomainError as `read`, with the refusals of `writeResults` */
  async withResults(source: RosterSource, request: Omit<ResultRequest, 'bytes'>): Promise<Uint8Array> {
    const bytes = await this.bytesOf(source);
    return this.threads.run(resultWriting, { ...request, bytes }, askerOf(source));
  }

  private bytesOf({ fileKey, requestedBy }: RosterSource): Promise<Buffer> {
    const request = { fileKey, ownerId: requestedBy, missing: 'IMPORT_FILE_MISSING', requireBytes } as const;
    return readUpload(this.files, request);
  }
}

function askerOf({ requestedBy }: RosterSource): { person: string; deadline: number } {
  return { person: requestedBy, deadline: Date.now() + readTimeoutMs };
}

function requireBytes(bytes: number): void {
  if (bytes > fileBytesMax) throw new DomainError('IMPORT_TOO_LONG');
}
