import { Controller } from '@nestjs/common';
import { ActivityIdRequest, CopyActivityRequest, draftContract, PlanCopyRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'activities';

@Controller()
export class DraftController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/checklist', draftContract.check, {
    tag,
    summary: 'Lists what a draft needs before it is published, and what would be better',
  })
  check(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(draftContract.check, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/copy', draftContract.planCopy, {
    tag,
    summary:
      'Shows when a copy would take place, what of it would be moved off a holiday, and whom to invite',
  })
  plan(@Input() request: PlanCopyRequest, @Call() call: CallContext) {
    return this.rpc.call(draftContract.planCopy, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/copy', draftContract.copy, {
    tag,
    summary: 'Drafts the same activity again: what was planned, with its pools, and nothing that happened',
    example: { startsAt: '2027-04-10T09:00:00+08:00', title: '2027 亲子工厂一日游' },
  })
  copy(@Input() request: CopyActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(draftContract.copy, request, call);
  }
}
