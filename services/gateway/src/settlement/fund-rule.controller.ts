import { Controller } from '@nestjs/common';
import {
  ChangeFundRuleSetRequest,
  CreateFundRuleSetRequest,
  fundRuleCheckContract,
  FundRuleCheckRequest,
  fundRuleContract,
  FundRuleOverrideRequest,
  FundRuleSetRequest,
  LiftFundRuleRequest,
  ListFundRuleSetsRequest,
  TrialFundRuleSetRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';
const someId = '01930000-0000-7000-8000-000000000001';
const source = { title: '基层工会经费收支管理办法', number: '总工办发〔2017〕32号', isVerified: false };

const words = {
  name: '区总工会经费使用规定（2026）',
  source,
  validFrom: '2026-01-01',
  validUntil: null,
  rules: [
    { key: 'prize-share', kind: 'prizeShare', source, share: { numerator: 2, denominator: 3 } },
    { key: 'prize', kind: 'prizeAmount', source, amount: { amount: '80000', currency: 'CNY' } },
  ],
};

@Controller()
export class FundRuleController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'fund-rule-sets', fundRuleContract.create, {
    tag,
    summary: 'Drafts a set of rules of spending for a union and all below it',
    example: { unionId: someId, ...words },
  })
  create(@Input() request: CreateFundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.create, request, call);
  }

  @Endpoint('GET', 'fund-rule-sets', fundRuleContract.list, {
    tag,
    summary: 'Sets of rules of spending, newest first; drafts to those who tend them',
  })
  list(@Input() request: ListFundRuleSetsRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.list, request, call);
  }

  @Endpoint('GET', 'fund-rule-sets/:setId', fundRuleContract.get, {
    tag,
    summary: 'A set with its rules and where they are written down',
  })
  get(@Input() request: FundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.get, request, call);
  }

  @Endpoint('PUT', 'fund-rule-sets/:setId', fundRuleContract.change, {
    tag,
    summary: 'Says anew what a draft says; If-Match names its version',
    ifMatch: true,
    example: words,
  })
  change(@Input() request: ChangeFundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.change, request, call);
  }

  @Endpoint('POST', 'fund-rule-sets/:setId/publish', fundRuleContract.publish, {
    tag,
    summary: 'Publishes a draft, which then never changes; it follows what the union had published before',
    status: 200,
    freshRoles: true,
  })
  publish(@Input() request: FundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.publish, request, call);
  }

  @Endpoint('POST', 'fund-rule-sets/:setId/copy', fundRuleContract.copy, {
    tag,
    summary: 'Begins the next set as a draft',
  })
  copy(@Input() request: FundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleContract.copy, request, call);
  }

  @Endpoint('POST', 'fund-rule-sets/:setId/trial', fundRuleCheckContract.trial, {
    tag,
    summary: 'What the set would have done to the pools of a year, page by page; nothing is saved',
    idempotent: false,
    example: { year: 2026 },
  })
  trial(@Input() request: TrialFundRuleSetRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleCheckContract.trial, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/fund-rule-check', fundRuleCheckContract.get, {
    tag,
    summary: 'What rules of spending say of a pool now, and what was let pass of it',
  })
  check(@Input() request: FundRuleCheckRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleCheckContract.get, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/fund-rule-overrides', fundRuleCheckContract.lift, {
    tag,
    summary: 'Lets one breach of one bill pass, with a reason: for an approver above the union that pays',
    freshRoles: true,
    example: {
      itemId: someId,
      setId: someId,
      ruleKey: 'prize',
      reason: '全区首届职工技能大赛，经上级工会研究同意',
    },
  })
  lift(@Input() request: LiftFundRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleCheckContract.lift, request, call);
  }

  @Endpoint(
    'POST',
    'cost-pools/:costPoolId/fund-rule-overrides/:overrideId/withdraw',
    fundRuleCheckContract.withdraw,
    {
      tag,
      summary: 'Takes back what was let pass, until the pool is approved; it stays to be read',
      status: 200,
      freshRoles: true,
    },
  )
  withdraw(@Input() request: FundRuleOverrideRequest, @Call() call: CallContext) {
    return this.rpc.call(fundRuleCheckContract.withdraw, request, call);
  }
}
