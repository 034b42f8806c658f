import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import {
  dataExportContract,
  DataExportId,
} from '@gongxiang/contracts/membership/privacy/data-export.contract';
import {
  type ExportedFile,
  type ExportPageRequest,
  personDataContract,
} from '@gongxiang/contracts/words/person-data';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, type Locale, shanghaiDate } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../../http/endpoint.js';
import { attachmentOf } from '../../http/media-type.js';
import { filePaths } from './file-paths.js';
import { OwnFiles } from './own-files.js';
import {
  type CopiedFile,
  damagedNote,
  type ExportedRow,
  readablePage,
  type ServiceData,
} from './readable-page.js';
import { type ZipFile, zipStream } from './zip-stream.js';

const zipType = 'application/zip';
/** Far above what anybody has: a page holds a hundred rows, or is the last. */
const pagesMax = 1_000;
/** Of all files in a copy: a zip of more is a burden to a phone. What is left out is listed, and shown where it stands. */
const copiedBytesMax = 500 * 1024 * 1024;
const copiedFilesMax = 5_000;
/** What a file counts for whose size nobody has kept: no upload is larger. */
const unknownBytes = 20 * 1024 * 1024;

/** What is read before the first byte is sent, so that a silent service refuses the copy. */
interface Copy {
  readonly services: readonly ServiceData[];
  readonly files: readonly ExportedFile[];
  readonly madeAt: Date;
  readonly locale: Locale;
  readonly call: CallContext;
}

const file = query('operations.data-export', DataExportId, PrintedFileView, {
  http: 'GET me/exports/:exportId/file',
  tag: 'privacy',
  summary:
    'Everything that the platform has of me, as a .zip of data.json, a page to read and the files that I have uploaded',
  files: [zipType],
  isFileOnly: true,
});

/** A person's data are with every service: the zip is put together while it is downloaded, and kept nowhere. */
@Controller()
export class DataExportController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly ownFiles: OwnFiles,
  ) {}

  @Endpoint(file)
  async download(
    @Input() request: DataExportId,
    @Call() call: CallContext,
  ): Promise<{ readonly body: StreamableFile; readonly existing: boolean }> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const asked = { ...call, idempotencyKey: null, ifMatch: null };
    const { body } = await this.rpc.call(dataExportContract.open, request, asked);
    // A file that lacks a part would be taken for the whole: the silence of one service refuses it.
    const services = await Promise.all(mergeServices.map((service) => this.dataOf(service, asked)));
    const lists = await Promise.all(mergeServices.map((service) => this.filesOf(service, asked)));
    const files = lists.flat();
    await this.ownFiles.requireStore(files);
    const madeAt = new Date(body.downloadedAt ?? body.askedAt);
    const copy = { services, files, madeAt, locale: call.locale, call: asked };
    const content = Readable.from(zipStream(this.contentOf(copy)), { objectMode: false });
    const disposition = attachmentOf(`gongxiang-${shanghaiDate(madeAt)}.zip`);
    return { body: new StreamableFile(content, { type: zipType, disposition }), existing: true };
  }

  /** The files first: what tells of them also says which of them could not be read. */
  private async *contentOf({ services, files, madeAt, locale, call }: Copy): AsyncGenerator<ZipFile> {
    const pathOf = filePaths(locale);
    const copied: CopiedFile[] = [];
    let bytesLeft = copiedBytesMax;
    for (const [index, file] of files.entries()) {
      const { kind, name, about, at } = file;
      const size = file.size ?? unknownBytes;
      const hasRoom = index < copiedFilesMax && size <= bytesLeft;
      const opened = hasRoom ? await this.ownFiles.open(file, call) : 'tooMuch';
      if (typeof opened === 'string') {
        copied.push({ path: null, kind, name, about, at, leftOut: opened, isDamaged: false });
        continue;
      }
      const path = pathOf(file, opened.contentType);
      bytesLeft -= size;
      yield { path, content: opened.content };
      // Whoever asks for the next has read this one to its end.
      const isDamaged = !opened.isWhole();
      copied.push({ path, kind, name, about, at, leftOut: null, isDamaged });
      // Its name went ahead of it, so that the folder itself says so by a note beside the file.
      if (isDamaged) yield damagedNote(file, path, { pathOf, locale });
    }
    const data = { madeAt: madeAt.toISOString(), services, files: copied };
    yield { path: 'data.json', content: JSON.stringify(data, null, 2) };
    yield { path: 'index.html', content: readablePage({ services, files: copied }, locale, madeAt) };
  }

  private async filesOf(service: MergeService, call: CallContext): Promise<ExportedFile[]> {
    const { files } = personDataContract(service);
    return allPages(async (request) => {
      const { body } = await this.rpc.call(files, request, call);
      return { items: body.files, next: body.next };
    });
  }

  private async dataOf(service: MergeService, call: CallContext): Promise<ServiceData> {
    const { page } = personDataContract(service);
    const parts = await allPages(async (request) => {
      const { body } = await this.rpc.call(page, request, call);
      return { items: body.parts, next: body.next };
    });
    return {
      service,
      parts: parts.map(({ kind, rows }) => ({ kind, rows: JSON.parse(rows) as ExportedRow[] })),
    };
  }
}

/** @throws DomainError `BUSY` if there are more pages than anybody has */
async function allPages<T>(
  ask: (
    request: ExportPageRequest,
  ) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  for (let count = 0; count < pagesMax; count += 1) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(after === null ? {} : { after });
    found.push(...page.items);
    after = page.next;
    if (after === null) return found;
  }
  throw new DomainError('BUSY');
}
