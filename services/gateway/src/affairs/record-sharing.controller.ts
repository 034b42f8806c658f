import { Controller } from '@nestjs/common';
import {
  recordContract,
  type RecordView,
  SetRecordSharing,
} from '@gongxiang/contracts/affairs/records/record.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class RecordSharingController {
  constructor(private readonly rpc: RpcClient) {}

  /** Affairs has masked names alone: that to which the caller consents is loaded from membership. */
  @Endpoint(recordContract.share, { request: SetRecordSharing })
  async share(@Input() asked: SetRecordSharing, @Call() call: CallContext): Promise<Outcome<RecordView>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    return this.rpc.call(recordContract.share, { ...asked, name: me.name }, call);
  }
}
