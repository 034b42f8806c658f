import { Controller } from '@nestjs/common';
import {
  CreateVacancy,
  vacancyContract,
  type VacancyView,
} from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import {
  SendVacancyInterest,
  vacancyInterestContract,
} from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { enterpriseContract } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** Names that membership has: nobody says their own or that of an employer. */
@Controller()
export class VacancyController {
  constructor(private readonly rpc: RpcClient) {}

  /** Affairs has unions alone: the enterprise of the union is loaded from membership. */
  @Endpoint(vacancyContract.create, { request: CreateVacancy })
  async create(@Input() asked: CreateVacancy, @Call() call: CallContext): Promise<Outcome<VacancyView>> {
    const employerName = await this.employerOf(asked.unionId, call);
    return this.rpc.call(vacancyContract.create, { ...asked, employerName }, call);
  }

  /** Affairs has masked names alone: that of the caller is loaded from membership. */
  @Endpoint(vacancyInterestContract.send, { request: SendVacancyInterest })
  async send(@Input() asked: SendVacancyInterest, @Call() call: CallContext): Promise<Outcome<VacancyView>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    return this.rpc.call(vacancyInterestContract.send, { ...asked, name: me.name }, call);
  }

  private async employerOf(unionId: string, call: CallContext): Promise<string | null> {
    const { body: union } = await this.rpc.call(unionContract.get, { unionId }, call);
    if (union.enterpriseId === null) return null;
    const { body: enterprise } = await this.rpc.call(
      enterpriseContract.get,
      { enterpriseId: union.enterpriseId },
      call,
    );
    return enterprise.active ? enterprise.name : null;
  }
}
