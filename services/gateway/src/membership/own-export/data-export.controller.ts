import { Controller, StreamableFile } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import {
  dataExportContract,
  DataExportId,
} from '@gongxiang/contracts/membership/privacy/data-export.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { strToU8, zip, type Zippable } from 'fflate';
import { Call, Endpoint, Input } from '../../http/endpoint.js';
import { attachmentOf } from '../../http/media-type.js';
import { readablePage, type ExportedRow, type ServiceData } from './readable-page.js';

const zipType = 'application/zip';
/** Far above what anybody has: a page holds a hundred rows, or is the last. */
const pagesMax = 1_000;

const file = query('operations.data-export', DataExportId, PrintedFileView, {
  http: 'GET me/exports/:exportId/file',
  tag: 'privacy',
  summary: 'Everything that the platform has of me, as a .zip of data.json and a page to read',
  files: [zipType],
  isFileOnly: true,
});

/** A person's data are with every service: the file is put together while it is asked for, and kept nowhere. */
@Controller()
export class DataExportController {
  constructor(private readonly rpc: RpcClient) {}

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
    const madeAt = new Date(body.downloadedAt ?? body.askedAt);
    const content = await zipped({
      'data.json': strToU8(JSON.stringify({ madeAt: madeAt.toISOString(), services }, null, 2)),
      'index.html': strToU8(readablePage(services, call.locale, madeAt)),
    });
    const disposition = attachmentOf(`gongxiang-${shanghaiDate(madeAt)}.zip`);
    const options = { type: zipType, disposition, length: content.length };
    return { body: new StreamableFile(content, options), existing: true };
  }

  private async dataOf(service: MergeService, call: CallContext): Promise<ServiceData> {
    const { page } = personDataContract(service);
    const parts: ServiceData['parts'][number][] = [];
    let after: string | null = null;
    for (let count = 0; count < pagesMax; count += 1) {
      const {
        body,
      }: Outcome<{
        parts: { kind: ServiceData['parts'][number]['kind']; rows: string }[];
        next: string | null;
      }> = await this.rpc.call(page, after === null ? {} : { after }, call);
      parts.push(...body.parts.map(({ kind, rows }) => ({ kind, rows: JSON.parse(rows) as ExportedRow[] })));
      after = body.next;
      if (after === null) return { service, parts };
    }
    throw new DomainError('BUSY');
  }
}

/** In a thread of its own, as the gateway serves others meanwhile. */
function zipped(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    zip(files, { level: 6 }, (error, content) => (error === null ? resolve(content) : reject(error))),
  );
}
