import { Controller, Res, type StreamableFile } from '@nestjs/common';
import {
  matterPaperContract,
  MatterPaperId,
} from '@gongxiang/contracts/affairs/matters/matter-paper.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { sealedAttachment } from './sealed-attachment.js';

/** Opens the paper of a matter for those whom affairs allows to read it: the store has it sealed. */
@Controller()
export class MatterPaperController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(matterPaperContract.file)
  async file(
    @Input() request: MatterPaperId,
    @Call() call: CallContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outcome<StreamableFile>> {
    return sealedAttachment(await this.rpc.call(matterPaperContract.file, request, call), this.files, reply);
  }
}
