import { Controller } from '@nestjs/common';
import {
  CourseAnswers,
  type CourseAttemptView,
  courseContract,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class CourseAttemptController {
  constructor(private readonly rpc: RpcClient) {}

  /** Affairs has masked names alone: that which a certificate bears is loaded from membership. */
  @Endpoint(courseContract.handIn, { request: CourseAnswers })
  async handIn(
    @Input() asked: CourseAnswers,
    @Call() call: CallContext,
  ): Promise<Outcome<CourseAttemptView>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    return this.rpc.call(courseContract.handIn, { ...asked, name: me.name }, call);
  }
}
