import { Controller, StreamableFile } from '@nestjs/common';
import {
  CostItemIdRequest,
  costPoolContract,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, typedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/** Downloads the receipt of a bill, for those whom settlement allows to see it. */
@Controller()
export class ReceiptController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(costPoolContract.getReceipt)
  async get(
    @Input() request: CostItemIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(costPoolContract.getReceipt, request, call);
    const { fileKey, ownerId, sha256, invoiceNumber } = outcome.body;
    const { contentType, content } = await typedStream(await this.files.get(fileKey, ownerId, sha256));
    const disposition = attachmentOf(`${invoiceNumber}${endings[contentType] ?? ''}`);
    return { ...outcome, body: new StreamableFile(content, { type: contentType, disposition }) };
  }
}
