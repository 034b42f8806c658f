import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { PrintedFileView } from '@gongxiang/contracts';
import { type CallContext, DomainError, fileNameText } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { Places } from '@gongxiang/messaging/rpc';

/** Under this name the store of files that live for minutes is injected. */
export const BRIEF_FILES = Symbol('brief files');

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Print {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Without its ending. */
  readonly name: string;
  readonly ending: string;
}

/** What the first bytes of a file say, by the type under which it is given out: a workbook is a zip, JSON is text. */
const sniffed: Readonly<Record<string, string>> = {
  [sheetType]: 'application/zip',
  'application/json': 'text/csv',
};
/** Fifty thousand places with everything that they rest on. */
const bytesMax = 128 * 1024 * 1024;
const nameCharactersMax = 120;
const printsAtOnce = 2;
const printsWaitingMax = 60;

/** Makes files, a few at a time, and keeps each for minutes, for whoever asked for it. */
@Injectable()
export class PrintedFiles {
  private readonly places = new Places(printsAtOnce, printsWaitingMax);

  constructor(@Inject(BRIEF_FILES) private readonly files: FileStore) {}

  /** @throws DomainError `BUSY` where too many wait, `TIME_UP`, `NOT_SIGNED_IN` */
  print(call: CallContext, make: () => Promise<Print>): Promise<PrintedFileView> {
    const { actor } = call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return this.places.take(call.deadline, async () => {
      const { bytes, contentType, name, ending } = await make();
      const types = [sniffed[contentType] ?? contentType];
      const { key, size } = await this.files.put(Readable.from([bytes]), {
        ...{ bytesMax, types, ownerId: actor.personId },
      });
      return { key, size, contentType, fileName: `${fileNameText(name, nameCharactersMax)}.${ending}` };
    });
  }
}
