import { Readable } from 'node:stream';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, fitFileName } from '@gongxiang/domain';
import { taskRequesterOf, fairTurns } from '../threads/fair-turns.js';
import type { FileStore } from './file-store.js';

/** The type of a workbook, .xlsx. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A document, workbook or table before it is stored. */
export interface Print {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** With its extension; characters that no file name may contain are removed. */
  readonly fileName: string;
}

/** The sniffed type for each delivered type where they differ: .xlsx and .docx are zips, JSON is text. */
const sniffed: Readonly<Record<string, string>> = {
  [sheetType]: 'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'application/zip',
  'application/json': 'text/csv',
};
/** Must stay below `slowAtOnce`, so that printing never takes every slow slot. */
const printsAtOnce = 2;
const printsWaitingMax = 60;

/** Creates documents, a few at a time, and stores each for minutes for the person who requested it. */
export class PrintedFiles {
  private readonly turns = fairTurns(printsAtOnce, printsWaitingMax);

  /**
   * @param files a store with short retention: that of `briefFilesOf` a service
   * @param bytesMax the largest file that a service creates
   */
  constructor(
    private readonly files: FileStore,
    private readonly bytesMax: number,
  ) {}

  /** @throws DomainError `BUSY` if too many wait, `TIME_UP`, `NOT_SIGNED_IN` */
  print(call: CallContext, make: () => Promise<Print>): Promise<PrintedFileView> {
    const { actor } = call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return this.turns.take(taskRequesterOf(call), async () => {
      const { bytes, contentType, fileName } = await make();
      const types = [sniffed[contentType] ?? contentType];
      const options = { bytesMax: this.bytesMax, types, ownerId: actor.personId };
      const { key, size } = await this.files.put(Readable.from([bytes]), options);
      return { key, size, contentType, fileName: fitFileName(fileName) };
    });
  }
}
