import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { Threads } from '@gongxiang/messaging/threads';
import { type Roster, rosterReading } from './roster-reading.js';

export interface RosterSource {
  readonly fileKey: string;
  /** Who asked for the import: a file that another uploaded is not read for them, and reading takes of their budget. */
  readonly requestedBy: string;
}

/** More than the gateway takes in. */
const fileBytesMax = 24 * 1024 * 1024;
/** Less than the lease of whoever reads it. */
const readWithinMs = 25_000;

/** Reads rosters in a thread: one that is made of commas alone keeps nobody from signing in. */
@Injectable()
export class RosterFile {
  constructor(
    private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /** @throws DomainError `IMPORT_FILE_MISSING`, what `readRoster` refuses, and `BUSY` and `TIME_UP`, with which it may be tried again */
  async read({ fileKey, requestedBy }: RosterSource): Promise<Roster> {
    const wish = { fileKey, ownerId: requestedBy, missing: 'IMPORT_FILE_MISSING', requireBytes } as const;
    const bytes = await readUpload(this.files, wish);
    return this.threads.run(rosterReading, bytes, {
      person: requestedBy,
      deadline: Date.now() + readWithinMs,
    });
  }
}

function requireBytes(bytes: number): void {
  if (bytes > fileBytesMax) throw new DomainError('IMPORT_TOO_LONG');
}
