import { Controller } from '@nestjs/common';
import { ActivityIdRequest, activityLifeContract, cancellationContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'activities';

@Controller()
export class ActivityLifeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/cancellation-effect', cancellationContract.preview, {
    tag,
    summary:
      'Shows what would follow if an activity were cancelled: for seats, hosts, place, money and inboxes',
  })
  previewCancellation(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(cancellationContract.preview, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/archive', activityLifeContract.archive, {
    tag,
    summary: 'Puts an activity away that is closed or cancelled: lists show it only where it is asked for',
    status: 200,
  })
  archive(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityLifeContract.archive, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/unarchive', activityLifeContract.unarchive, {
    tag,
    summary: 'Gets an archived activity out again',
    status: 200,
  })
  unarchive(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(activityLifeContract.unarchive, request, call);
  }
}
