import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  matterPaperContract,
  MatterPaperId,
} from '@gongxiang/contracts/affairs/matters/matter-paper.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, openedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { attachmentPolicy } from '../http/attachment-policy.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';

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
    const outcome = await this.rpc.call(matterPaperContract.file, request, call);
    const { fileKey, sha256, opening, size, name, contentType } = outcome.body;
    const content = openedStream(await this.files.get(fileKey, null, sha256), opening);
    // Overrides the policy of pages, which the response has already.
    reply.raw.setHeader('Content-Security-Policy', attachmentPolicy);
    const options = { type: contentType, disposition: attachmentOf(name), length: size };
    return { ...outcome, body: new StreamableFile(content, options) };
  }
}
