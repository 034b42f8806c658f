import { Controller } from '@nestjs/common';
import {
  ListNoticesRequest,
  noticeContract,
  NoticeIdRequest,
  ReadNoticesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'notices';

@Controller()
export class NoticeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'me/notices', noticeContract.list, {
    tag,
    summary: 'Lists what the caller has been told, the newest first, and counts what he has not read',
  })
  list(@Input() request: ListNoticesRequest, @Call() call: CallContext) {
    return this.rpc.call(noticeContract.list, request, call);
  }

  @Endpoint('POST', 'me/notices/:noticeId/read', noticeContract.read, {
    tag,
    summary: 'Marks a notice as read',
    status: 200,
    example: {},
  })
  read(@Input() request: NoticeIdRequest, @Call() call: CallContext) {
    return this.rpc.call(noticeContract.read, request, call);
  }

  @Endpoint('POST', 'me/notices/read-all', noticeContract.readAll, {
    tag,
    summary: 'Marks the caller’s notices as read, up to one that he has seen',
    status: 200,
    example: { upTo: '019a9a5e-3c00-7000-8000-000000000001' },
  })
  readAll(@Input() request: ReadNoticesRequest, @Call() call: CallContext) {
    return this.rpc.call(noticeContract.readAll, request, call);
  }
}
