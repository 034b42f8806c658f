import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  DownloadLetterRequest,
  IssueLettersRequest,
  letterContract,
  ListLettersRequest,
  ListMyLettersRequest,
  meContract,
  RevokeLetterRequest,
  VerifyLetterRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';
import { PublicReads } from '../http/public-reads.js';
import { letterFiles } from './letter-files.js';

const tag = 'letters';

@Controller()
export class LetterController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', 'activities/:activityId/letters', letterContract.issue, {
    tag,
    summary:
      'Issues letters from a template: invitations before the activity, all others once it is closed and who was there is final',
    example: { templateId: '019a0000-0000-7000-8000-000000000001' },
  })
  issue(@Input() request: IssueLettersRequest, @Call() call: CallContext) {
    return this.rpc.call(letterContract.issue, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/letters', letterContract.list, {
    tag,
    summary: 'Lists the letters of an activity in the order of their numbers, with masked names',
  })
  list(@Input() request: ListLettersRequest, @Call() call: CallContext) {
    return this.rpc.call(letterContract.list, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/letters/:letterId/revoke', letterContract.revoke, {
    tag,
    summary: 'Revokes a letter: it is genuine no more, and the person may have another',
    status: 200,
    example: { reason: '姓名与本人不符' },
  })
  revoke(@Input() request: RevokeLetterRequest, @Call() call: CallContext) {
    return this.rpc.call(letterContract.revoke, request, call);
  }

  @Endpoint('GET', 'me/letters', letterContract.listMine, {
    tag,
    summary: "Lists the caller's own letters, the newest first",
  })
  listMine(@Input() request: ListMyLettersRequest, @Call() call: CallContext) {
    return this.rpc.call(letterContract.listMine, request, call);
  }

  /** Sharing keeps no name in full: the caller's own is asked of membership, and handed on for this one letter. */
  @Endpoint(
    'GET',
    'letters/:letterId/file',
    { ...letterContract.render, request: DownloadLetterRequest },
    {
      tag,
      summary: "A letter of the caller's own, as PDF or .docx",
      files: letterFiles,
      isFileOnly: true,
    },
  )
  async file(
    @Input() asked: DownloadLetterRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    const order = { ...asked, name: me.name, origin: originOf(request) };
    return this.download.send(await this.rpc.call(letterContract.render, order, call), call);
  }

  @Endpoint('GET', 'public/letters/verify', letterContract.verify, {
    tag: 'public',
    summary:
      'Says to anyone whether a letter is genuine, by its number and verification code; the name is masked',
    public: true,
  })
  verify(@Input() request: VerifyLetterRequest, @Call() call: CallContext) {
    return this.reads.ask(letterContract.verify, request, call);
  }
}
