import { Controller, type StreamableFile } from '@nestjs/common';
import {
  handoverContract,
  HandoverPictureFileRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { servedPicture } from '../http/served-files.js';

@Controller()
export class HandoverController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(handoverContract.pictureFile)
  async pictureFile(
    @Input() request: HandoverPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(handoverContract.pictureFile, request, call);
    return servedPicture(outcome, this.files);
  }
}
