import { Controller } from '@nestjs/common';
import {
  ListSubsidiesRequest,
  ReasonForSubsidyRequest,
  ReportSubsidyRequest,
  SendSubsidyRequest,
  subsidyContract,
  SubsidyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'subsidies';
const one = 'subsidies/:subsidyId';
const someId = '01930000-0000-7000-8000-000000000001';

@Controller()
export class SubsidyController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'subsidies', subsidyContract.list, {
    tag,
    summary: 'What my unions have given and got, newest first',
  })
  list(@Input() request: ListSubsidiesRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.list, request, call);
  }

  @Endpoint('GET', one, subsidyContract.get, {
    tag,
    summary: 'A subsidy with everything that was drawn, used and returned, for both sides',
  })
  get(@Input() request: SubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.get, request, call);
  }

  @Endpoint('POST', `${one}/accept`, subsidyContract.accept, {
    tag,
    summary: 'Accepts the conditions, by the receiver; from here on the money is owed, or to be transferred',
    status: 200,
    freshRoles: true,
  })
  accept(@Input() request: SubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.accept, request, call);
  }

  @Endpoint('POST', `${one}/decline`, subsidyContract.decline, {
    tag,
    summary: 'Does without it, with the reason; the amount is free in the budget again',
    status: 200,
    example: { reason: '活动已取消' },
  })
  decline(@Input() request: ReasonForSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.decline, request, call);
  }

  @Endpoint('POST', `${one}/confirm-sent`, subsidyContract.confirmSent, {
    tag,
    summary: "Says that it was transferred, with the bank's reference",
    status: 200,
    freshRoles: true,
    example: { bankReference: '20261120-000123' },
  })
  confirmSent(@Input() request: SendSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.confirmSent, request, call);
  }

  @Endpoint('POST', `${one}/confirm-received`, subsidyContract.confirmReceived, {
    tag,
    summary: 'Says that it arrived, by another person; it is posted and may be used',
    status: 200,
    freshRoles: true,
  })
  confirmReceived(@Input() request: SubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.confirmReceived, request, call);
  }

  @Endpoint('POST', `${one}/report`, subsidyContract.report, {
    tag,
    summary: 'Reports what came of it, and what was paid from it outside of cost pools',
    status: 200,
    example: {
      text: '活动如期举行，118人参加。',
      lines: [
        {
          title: '场地租金',
          amount: { amount: '80000', currency: 'CNY' },
          expenseCode: '1.2',
          receipt: {
            name: '场地发票.pdf',
            fileKey: someId,
            sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          },
        },
      ],
    },
  })
  report(@Input() request: ReportSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.report, request, call);
  }

  @Endpoint('POST', `${one}/accept-report`, subsidyContract.acceptReport, {
    tag,
    summary: 'Accepts the report, by another person than its author; what it says counts as used',
    status: 200,
  })
  acceptReport(@Input() request: SubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.acceptReport, request, call);
  }

  @Endpoint('POST', `${one}/return-report`, subsidyContract.returnReport, {
    tag,
    summary: 'Sends the report back, with the reason',
    status: 200,
    example: { reason: '缺少场地发票' },
  })
  returnReport(@Input() request: ReasonForSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.returnReport, request, call);
  }

  @Endpoint('POST', `${one}/claw-back`, subsidyContract.clawBack, {
    tag,
    summary: 'Claims back what was not used, or not reported on in time; it is owed from here on',
    status: 200,
    freshRoles: true,
    example: { reason: '活动结余' },
  })
  clawBack(@Input() request: ReasonForSubsidyRequest, @Call() call: CallContext) {
    return this.rpc.call(subsidyContract.clawBack, request, call);
  }
}
