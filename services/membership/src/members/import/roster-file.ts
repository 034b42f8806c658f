import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { Threads } from '@gongxiang/messaging/threads';
import { type Roster, rosterReading } from './roster-reading.js';

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
   * @throws DomainError `IMPORT_FILE_MISSING`, the refusals of `readRoster`, and the retryable `BUSY` and `TIME_UP`
   */
  async read({ fileKey, requestedBy }: RosterSource): Promise<Roster> {
    const request = { fileKey, ownerId: requestedBy, missing: 'IMPORT_FILE_MISSING', requireBytes } as const;
    const bytes = await readUpload(this.files, request);
    return this.threads.run(rosterReading, bytes, {
      person: requestedBy,
      deadline: Date.now() + readTimeoutMs,
    });
  }
}

function requireBytes(bytes: number): void {
  if (bytes > fileBytesMax) throw new DomainError('IMPORT_TOO_LONG');
}
