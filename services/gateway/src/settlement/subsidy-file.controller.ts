import { Controller, StreamableFile } from '@nestjs/common';
import {
  subsidyApplicationContract,
  SubsidyApplicationFileRequest,
  type SubsidyFilePlaceView,
} from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  subsidyContract,
  SubsidyReceiptRequest,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, typedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';

/** Downloads the files of applications and reports, for those whom settlement allows to see them. */
@Controller()
export class SubsidyFileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly store: FileStore,
  ) {}

  @Endpoint(subsidyApplicationContract.getFile)
  async file(
    @Input() request: SubsidyApplicationFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download(await this.rpc.call(subsidyApplicationContract.getFile, request, call));
  }

  @Endpoint(subsidyContract.getReceipt)
  async receipt(
    @Input() request: SubsidyReceiptRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download(await this.rpc.call(subsidyContract.getReceipt, request, call));
  }

  private async download(outcome: Outcome<SubsidyFilePlaceView>): Promise<Outcome<StreamableFile>> {
    const { fileKey, ownerId, sha256, name } = outcome.body;
    const { contentType, content } = await typedStream(await this.store.get(fileKey, ownerId, sha256));
    const options = { type: contentType, disposition: attachmentOf(name) };
    return { ...outcome, body: new StreamableFile(content, options) };
  }
}
