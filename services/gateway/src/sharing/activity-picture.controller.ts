import { Controller, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  activityPictureContract,
  PictureFileRequest,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
import { servedPicture, servedUnlessHeld } from '../http/served-files.js';

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
    return servedPicture(outcome, this.files);
  }

  @Endpoint(activityPictureContract.filePublic)
  async filePublic(
    @Input() request: PictureFileRequest,
    @Call() call: CallContext,
    @Req() { headers }: EdgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile | undefined>> {
    const outcome = await this.reads.ask(activityPictureContract.filePublic, request, call);
    return servedUnlessHeld(outcome, this.files, { held: headers['if-none-match'], reply });
  }
}
