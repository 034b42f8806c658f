import { Injectable } from '@nestjs/common';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { taskRequesterOf, Threads } from '@gongxiang/messaging/threads';
import { type BankFileContent, bankFileReading, tooLong } from './bank-file-reading.js';

const fileBytesMax = 4 * 1024 * 1024;

/** Reads a bank's .csv in a worker thread. */
@Injectable()
export class BankFile {
  constructor(
    private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * Only reads files that the caller uploaded.
   * @throws DomainError 422 `BANK_FILE_MISSING`, as `readBankFile` and {@link Threads.run} do
   */
  async read(fileKey: string, call: CallContext): Promise<BankFileContent> {
    const ownerId = call.actor?.personId ?? '';
    const wish = { fileKey, ownerId, missing: 'BANK_FILE_MISSING', requireBytes } as const;
    return this.threads.run(bankFileReading, await readUpload(this.files, wish), taskRequesterOf(call));
  }
}

function requireBytes(bytes: number): void {
  if (bytes > fileBytesMax) throw tooLong();
}
