import { Controller, StreamableFile } from '@nestjs/common';
import type { PictureFileView } from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import {
  albumPictureContract,
  AlbumPictureFileRequest,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
const type = 'image/webp';

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
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  @Endpoint(albumPictureContract.filePublic)
  async filePublic(
    @Input() request: AlbumPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(albumPictureContract.filePublic, request, call);
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  private async streamed({ fileKey, sha256, size }: PictureFileView): Promise<StreamableFile> {
    return new StreamableFile(await this.files.get(fileKey, null, sha256), { type, length: size });
  }
}
