import { Readable } from 'node:stream';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, fitFileName } from '@gongxiang/domain';
import { askerOf, fairTurns } from '../threads/fair-turns.js';
import type { FileStore } from './file-store.js';

/** The type of a workbook, .xlsx. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A paper, workbook or table before it is kept. */
export interface Print {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** With its ending; what no file can be called is taken out of it. */
  readonly fileName: string;
}

/** What the first bytes of a file say, by the type under which it is given out, where they say another: .xlsx and .docx are zips, JSON is text. */
const sniffed: Readonly<Record<string, string>> = {
  [sheetType]: 'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'application/zip',
  'application/json': 'text/csv',
};
/** Fewer than may be slow at a time: whoever asks for something else does not wait for a paper. */
const printsAtOnce = 2;
const printsWaitingMax = 60;

/** Makes papers, a few at a time, and keeps each for minutes, for whoever asked for it. */
export class PrintedFiles {
  private readonly turns = fairTurns(printsAtOnce, printsWaitingMax);

  /**
   * @param files where files live for minutes: the store of `briefFilesOf` a service
   * @param bytesMax the largest file that a service makes
   */
  constructor(
    private readonly files: FileStore,
    private readonly bytesMax: number,
  ) {}

  /** @throws DomainError `BUSY` where too many wait, `TIME_UP`, `NOT_SIGNED_IN` */
  print(call: CallContext, make: () => Promise<Print>): Promise<PrintedFileView> {
    const { actor } = call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return this.turns.take(askerOf(call), async () => {
      const { bytes, contentType, fileName } = await make();
      const types = [sniffed[contentType] ?? contentType];
      const options = { bytesMax: this.bytesMax, types, ownerId: actor.personId };
      const { key, size } = await this.files.put(Readable.from([bytes]), options);
      return { key, size, contentType, fileName: fitFileName(fileName) };
    });
  }
}
