import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import {
  activityPictureContract,
  PictureFileRequest,
  type PictureFileView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { isMatch } from '../http/entity-tag.js';
import { PublicReads } from '../http/public-reads.js';
const type = 'image/webp';

@Controller()
export class ActivityPictureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint(activityPictureContract.file)
  async file(
    @Input() request: PictureFileRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(activityPictureContract.file, request, call);
    return { ...outcome, body: await this.streamed(outcome.body) };
  }

  @Endpoint(activityPictureContract.filePublic)
  async filePublic(
    @Input() request: PictureFileRequest,
    @Call() call: CallContext,
    @Req() { headers }: EdgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile | undefined>> {
    const outcome = await this.reads.ask(activityPictureContract.filePublic, request, call);
    const etag = `"${outcome.body.sha256}"`;
    void reply.header('ETag', etag);
    if (!isMatch(headers['if-none-match'], etag))
      return { ...outcome, body: await this.streamed(outcome.body) };
    void reply.status(304);
    return { ...outcome, body: undefined };
  }

  private async streamed({ fileKey, sha256, size }: PictureFileView): Promise<StreamableFile> {
    return new StreamableFile(await this.files.get(fileKey, null, sha256), { type, length: size });
  }
}
