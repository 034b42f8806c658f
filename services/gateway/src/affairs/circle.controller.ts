import { Controller } from '@nestjs/common';
import {
  circleContract,
  CircleId,
  type CircleView,
  CreateCircle,
} from '@gongxiang/contracts/affairs/circles/circle.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** Whoever joins a circle is shown to its members by the name that membership has: affairs has masked names alone. */
@Controller()
export class CircleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(circleContract.create, { request: CreateCircle })
  async create(@Input() request: CreateCircle, @Call() call: CallContext): Promise<Outcome<CircleView>> {
    return this.rpc.call(circleContract.create, { ...request, ownName: await this.ownName(call) }, call);
  }

  @Endpoint(circleContract.join, { request: CircleId })
  async join(@Input() request: CircleId, @Call() call: CallContext): Promise<Outcome<CircleView>> {
    return this.rpc.call(circleContract.join, { ...request, ownName: await this.ownName(call) }, call);
  }

  private async ownName(call: CallContext): Promise<string> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    return me.name;
  }
}
