import { Controller } from '@nestjs/common';
import {
  EditNeedRequest,
  GetNeedRequest,
  ListNeedsRequest,
  needContract,
  PostNeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'needs';

@Controller()
export class NeedController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'needs', needContract.post, {
    tag,
    summary: 'Posts what is sought; its matches follow as a rule within a second',
    example: {
      party: { kind: 'union', id: '019a0000-0000-7000-8000-000000000002' },
      title: '趣味运动会场地和教练',
      wants: [
        { function: 'facility', business: 'culture', capacity: 60 },
        { function: 'people', skill: '瑜伽教练' },
      ],
      windows: [{ from: '2026-12-01T09:00:00+08:00', to: '2026-12-01T12:00:00+08:00' }],
      flexible: [
        {
          fromDay: '2026-12-05',
          toDay: '2026-12-20',
          weekdays: ['saturday', 'sunday'],
          fromTime: '09:00',
          toTime: '18:00',
          minutes: 180,
        },
      ],
      audience: 'families',
      district: '武昌区',
      headcount: 60,
      budget: { amount: '200000', currency: 'CNY' },
    },
  })
  post(@Input() request: PostNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.post, request, call);
  }

  @Endpoint('GET', 'needs', needContract.list, {
    tag,
    summary: 'Lists needs, newest first; the open ones by default, or those that the caller could answer',
  })
  list(@Input() request: ListNeedsRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.list, request, call);
  }

  @Endpoint('GET', 'needs/:needId', needContract.get, { tag, summary: 'Shows a need' })
  get(@Input() request: GetNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.get, request, call);
  }

  @Endpoint('PATCH', 'needs/:needId', needContract.edit, {
    tag,
    summary: 'Edits, closes or opens a need again; its matches are computed anew',
    ifMatch: true,
    example: { headcount: 80 },
  })
  edit(@Input() request: EditNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.edit, request, call);
  }
}
