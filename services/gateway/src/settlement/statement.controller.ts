import { Controller, Inject, Req, StreamableFile } from '@nestjs/common';
import {
  DownloadStatementRequest,
  type RenderStatementRequest,
  statementContract,
  type StatementFormat,
  type StatementView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { type Logger, traceIdOf } from '@gongxiang/observability';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { acceptedOf, attachmentOf } from '../http/media-type.js';
import { BRIEF_FILES, LOGGER } from '../tokens.js';

const json = 'application/json';
const formats: Readonly<Record<string, StatementFormat>> = {
  [json]: 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
};
const files = Object.keys(formats).filter((type) => type !== json);

@Controller()
export class StatementController {
  constructor(
    private readonly rpc: RpcClient,
    @Inject(BRIEF_FILES) private readonly files: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Endpoint(
    'GET',
    'statements',
    { ...statementContract.get, request: DownloadStatementRequest },
    {
      tag: 'ledger',
      summary:
        'The statement of a union: opening balance, activities and transfers, closing balance; as JSON, .xlsx or PDF',
      files,
    },
  )
  get(
    @Input() { format: asked, ...period }: DownloadStatementRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StatementView | StreamableFile>> {
    const format = asked ?? formats[acceptedOf(request.headers.accept, [json, ...files])] ?? 'json';
    if (format === 'json') return this.rpc.call(statementContract.get, period, call);
    return this.download({ ...period, format }, call);
  }

  /** Settlement has made the file for this caller; it is passed on as it comes, and not needed any more then. */
  private async download(
    request: RenderStatementRequest,
    call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const outcome = await this.rpc.call(statementContract.render, request, call);
    const { key, fileName, contentType, size } = outcome.body;
    const content = await this.files.get(key, call.actor.personId);
    content.once('close', () => void this.forget(key, call));
    const options = { type: contentType, disposition: attachmentOf(fileName), length: size };
    return { ...outcome, body: new StreamableFile(content, options) };
  }

  private async forget(key: string, { traceparent }: CallContext): Promise<void> {
    try {
      await this.files.delete(key);
    } catch (error) {
      const about = { traceId: traceIdOf(traceparent), reason: String(error) };
      this.logger.warn(about, 'a file that was sent stays until it expires');
    }
  }
}
