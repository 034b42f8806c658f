import { Controller, type StreamableFile } from '@nestjs/common';
import {
  resourcePictureContract,
  ResourcePictureFileRequest,
} from '@gongxiang/contracts/sharing/organising/resource-picture.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { servedPicture } from '../http/served-files.js';

@Controller()
export class ResourcePictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(resourcePictureContract.file)
  async file(
    @Input() request: ResourcePictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(resourcePictureContract.file, request, call);
    return servedPicture(outcome, this.files);
  }
}
