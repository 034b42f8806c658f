import { Controller, StreamableFile } from '@nestjs/common';
import {
  handoverContract,
  HandoverPictureFileRequest,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
const type = 'image/webp';

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
    const { fileKey, sha256, size } = outcome.body;
    const file = await this.files.get(fileKey, null, sha256);
    return { ...outcome, body: new StreamableFile(file, { type, length: size }) };
  }
}
