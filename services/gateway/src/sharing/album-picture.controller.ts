import { Controller, type StreamableFile } from '@nestjs/common';
import {
  albumPictureContract,
  AlbumPictureFileRequest,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
import { servedPicture } from '../http/served-files.js';

@Controller()
export class AlbumPictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint(albumPictureContract.file)
  async file(
    @Input() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(albumPictureContract.file, request, call);
    return servedPicture(outcome, this.files);
  }

  @Endpoint(albumPictureContract.filePublic)
  async filePublic(
    @Input() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(albumPictureContract.filePublic, request, call);
    return servedPicture(outcome, this.files);
  }
}
