import { Controller } from '@nestjs/common';
import {
  ClaimDamageRequest,
  DamageRequest,
  DamagesRequest,
  DecideDamageRequest,
  ListWaitingDamagesRequest,
  loanDamageContract,
  ReasonedDamageRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';
const base = 'loans/:loanId/damages';

@Controller()
export class LoanDamageController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', base, loanDamageContract.claim, {
    tag,
    summary: 'Notes a damage and what is asked for it, as the owner, until the loan is closed',
    example: { note: '话筒网罩凹陷', amount: { amount: '12000', currency: 'CNY' } },
  })
  claim(@Input() request: ClaimDamageRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.claim, request, call);
  }

  @Endpoint('GET', base, loanDamageContract.list, {
    tag,
    summary: 'Lists the damages of a loan for both sides and who decides on them',
  })
  list(@Input() request: DamagesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.list, request, call);
  }

  @Endpoint('GET', 'damages', loanDamageContract.waiting, {
    tag,
    summary: "Damages that wait for an answer of the caller's own unions, the first to run out first",
  })
  waiting(@Input() request: ListWaitingDamagesRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.waiting, request, call);
  }

  @Endpoint('POST', `${base}/:damageId/accept`, loanDamageContract.accept, {
    tag,
    summary: 'Accepts a damage, as the borrower; what is asked is owed from now on',
    status: 200,
    freshRoles: true,
  })
  accept(@Input() request: DamageRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.accept, request, call);
  }

  @Endpoint('POST', `${base}/:damageId/dispute`, loanDamageContract.dispute, {
    tag,
    summary: 'Disputes a damage with words, as the borrower; an officer above both sides decides',
    status: 200,
    freshRoles: true,
    example: { reason: '交来时已有划痕，见照片' },
  })
  dispute(@Input() request: ReasonedDamageRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.dispute, request, call);
  }

  @Endpoint('POST', `${base}/:damageId/decide`, loanDamageContract.decide, {
    tag,
    summary: 'Decides what is owed, from nothing up to what is asked, as an officer above both sides',
    status: 200,
    freshRoles: true,
    example: { amount: { amount: '6000', currency: 'CNY' }, reason: '双方各担一半' },
  })
  decide(@Input() request: DecideDamageRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.decide, request, call);
  }

  @Endpoint('POST', `${base}/:damageId/withdraw`, loanDamageContract.withdraw, {
    tag,
    summary: 'Lets a damage off, as the owner; what was posted for it is taken back',
    status: 200,
    freshRoles: true,
    example: { reason: '已自行修好' },
  })
  withdraw(@Input() request: ReasonedDamageRequest, @Call() call: CallContext) {
    return this.rpc.call(loanDamageContract.withdraw, request, call);
  }
}
