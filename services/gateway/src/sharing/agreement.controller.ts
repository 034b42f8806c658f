import { Controller } from '@nestjs/common';
import {
  agreementContract,
  AgreementIdRequest,
  ListAgreementsAwaitingRequest,
  ListAgreementsRequest,
  ProposeAgreementRequest,
  SignAgreementRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'co-hosting';

const proposal = {
  tasks: [
    { party: 'union:019a0000-0000-7000-8000-000000000001', title: '提供场地和讲解员', dueOn: '2026-11-20' },
    { party: 'union:019a0000-0000-7000-8000-000000000002', title: '安排大巴', dueOn: '2026-11-18' },
  ],
  rule: { kind: 'headcount', else: { kind: 'equal' } },
  fundCategory: 'allotment',
  expenseCode: '1.2',
  caps: { 'union:019a0000-0000-7000-8000-000000000002': { amount: '500000', currency: 'CNY' } },
  approval: { silence: 'agrees', days: 7 },
};

@Controller()
export class AgreementController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/agreements', agreementContract.propose, {
    tag,
    summary: 'Proposes a version of the agreement; it can be signed once cost rule and funds are checked',
    example: proposal,
  })
  propose(@Input() request: ProposeAgreementRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.propose, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/agreements', agreementContract.list, {
    tag,
    summary: "Lists the versions of an activity's agreement, newest first",
  })
  list(@Input() request: ListAgreementsRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.list, request, call);
  }

  @Endpoint('GET', 'agreements/:agreementId', agreementContract.get, {
    tag,
    summary: 'Shows a version with its terms and signatures',
  })
  get(@Input() request: AgreementIdRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.get, request, call);
  }

  @Endpoint('GET', 'agreements', agreementContract.listAwaiting, {
    tag,
    summary: 'Lists the versions that wait for a signature that the caller may give, newest first',
  })
  listAwaiting(@Input() request: ListAgreementsAwaitingRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.listAwaiting, request, call);
  }

  @Endpoint('POST', 'agreements/:agreementId/sign', agreementContract.sign, {
    tag,
    summary: 'Signs a version for one host; the last signature puts it in force',
    status: 200,
    freshRoles: true,
    example: { hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  })
  sign(@Input() request: SignAgreementRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.sign, request, call);
  }

  @Endpoint('POST', 'agreements/:agreementId/withdraw', agreementContract.withdraw, {
    tag,
    summary: 'Takes back a version that is not in force',
    status: 200,
    freshRoles: true,
  })
  withdraw(@Input() request: AgreementIdRequest, @Call() call: CallContext) {
    return this.rpc.call(agreementContract.withdraw, request, call);
  }
}
