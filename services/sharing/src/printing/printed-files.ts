import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { PrintedFileView } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { Places } from '@gongxiang/messaging/rpc';
import { fitFileName } from './file-name.model.js';

/** Under this name the store of files that live for minutes is injected. */
export const BRIEF_FILES = Symbol('brief files');

/** A paper before it is kept. */
export interface Print {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly fileName: string;
}

/** What the first bytes of a file say, by the type under which it is given out: a .docx is a zip. */
const sniffed: Readonly<Record<string, string>> = {
  'application/pdf': 'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'application/zip',
};
/** The largest template, its pictures once for each page. */
const bytesMax = 32 * 1024 * 1024;
/** Fewer than may be slow at a time: whoever asks for something else does not wait for a paper. */
const printsAtOnce = 2;
const printsWaitingMax = 60;

/** Makes papers, a few at a time, and keeps each for minutes, for whoever asked for it. */
@Injectable()
export class PrintedFiles {
  private readonly places = new Places(printsAtOnce, printsWaitingMax);

  constructor(@Inject(BRIEF_FILES) private readonly files: FileStore) {}

  /** @throws DomainError `BUSY` where too many wait, `TIME_UP`, `NOT_SIGNED_IN` */
  print(call: CallContext, make: () => Promise<Print>): Promise<PrintedFileView> {
    const { actor } = call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return this.places.take(call.deadline, async () => {
      const { bytes, contentType, fileName } = await make();
      const types = [sniffed[contentType] ?? contentType];
      const options = { bytesMax, types, ownerId: actor.personId };
      const { key, size } = await this.files.put(Readable.from([bytes]), options);
      return { key, size, contentType, fileName: fitFileName(fileName) };
    });
  }
}
