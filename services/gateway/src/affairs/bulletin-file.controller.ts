import { Controller, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  BulletinAttachmentRequest,
  bulletinFileContract,
  BulletinPictureRequest,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
import { servedAttachment, servedPicture, servedUnlessHeld } from '../http/served-files.js';

@Controller()
export class BulletinFileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly files: FileStore,
  ) {}

  @Endpoint(bulletinFileContract.picture)
  async picture(
    @Input() request: BulletinPictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return servedPicture(await this.rpc.call(bulletinFileContract.picture, request, call), this.files);
  }

  @Endpoint(bulletinFileContract.publicPicture)
  async publicPicture(
    @Input() request: BulletinPictureRequest,
    @Call() call: CallContext,
    @Req() { headers }: EdgeRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile | undefined>> {
    const outcome = await this.reads.ask(bulletinFileContract.publicPicture, request, call);
    return servedUnlessHeld(outcome, this.files, { held: headers['if-none-match'], reply });
  }

  @Endpoint(bulletinFileContract.attachment)
  async attachment(
    @Input() request: BulletinAttachmentRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(bulletinFileContract.attachment, request, call);
    return servedAttachment(outcome, this.files, reply);
  }

  @Endpoint(bulletinFileContract.publicAttachment)
  async publicAttachment(
    @Input() request: BulletinAttachmentRequest,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.reads.ask(bulletinFileContract.publicAttachment, request, call);
    return servedAttachment(outcome, this.files, reply);
  }
}
