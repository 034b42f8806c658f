import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import {
  ProposeWork,
  workContract,
  WorkFileId,
  type WorkView,
} from '@gongxiang/contracts/affairs/works/work.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';
import { sealedAttachment, sealedRecording } from './sealed-attachment.js';

/** Works that are sent, under the name that membership has, and their files. */
@Controller()
export class WorkController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
    private readonly publicReads: PublicReads,
  ) {}

  /** Affairs has masked names alone: that to which the author consents is loaded from membership. */
  @Endpoint(workContract.send, { request: ProposeWork })
  async send(@Input() proposed: ProposeWork, @Call() call: CallContext): Promise<Outcome<WorkView>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    return this.rpc.call(workContract.send, { ...proposed, name: me.name }, call);
  }

  @Endpoint(workContract.file)
  async file(
    @Input() request: WorkFileId,
    @Call() call: CallContext,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const found = await this.rpc.call(workContract.file, request, call);
    return sealedRecording(found, this.files, { range, reply });
  }

  @Endpoint(workContract.preview)
  async preview(
    @Input() request: WorkFileId,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    return sealedAttachment(await this.rpc.call(workContract.preview, request, call), this.files, reply);
  }

  @Endpoint(workContract.filePublic)
  async filePublic(
    @Input() request: WorkFileId,
    @Call() call: CallContext,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const found = await this.publicReads.ask(workContract.filePublic, request, call);
    return sealedRecording(found, this.files, { range, reply });
  }

  @Endpoint(workContract.previewPublic)
  async previewPublic(
    @Input() request: WorkFileId,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    const found = await this.publicReads.ask(workContract.previewPublic, request, call);
    return sealedAttachment(found, this.files, reply);
  }
}
