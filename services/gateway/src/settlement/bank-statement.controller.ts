import { Controller } from '@nestjs/common';
import {
  bankStatementContract,
  ConfirmBankLineRequest,
  GetBankStatementRequest,
  ImportBankStatementRequest,
  ListBankLinesRequest,
  ListBankStatementsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'netting';

@Controller()
export class BankStatementController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'bank-statements', bankStatementContract.import, {
    tag,
    summary: 'Imports an uploaded .csv of a bank; lines that the account has had already are left out',
    freshRoles: true,
    example: {
      unionId: '01930000-0000-7000-8000-000000000001',
      account: '基本户 尾号1234',
      fileKey: '01930000-0000-7000-8000-000000000002',
    },
  })
  import(@Input() request: ImportBankStatementRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.import, request, call);
  }

  @Endpoint('GET', 'bank-statements', bankStatementContract.list, {
    tag,
    summary: 'The bank statements of my unions, newest first',
  })
  list(@Input() request: ListBankStatementsRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.list, request, call);
  }

  @Endpoint('GET', 'bank-statements/:bankStatementId', bankStatementContract.get, {
    tag,
    summary: 'A bank statement: what it brought, what was there already, what could not be read',
  })
  get(@Input() request: GetBankStatementRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.get, request, call);
  }

  @Endpoint('GET', 'bank-statements/:bankStatementId/lines', bankStatementContract.listLines, {
    tag,
    summary: 'Its lines, each with the open payments that it may be, and why',
  })
  listLines(@Input() request: ListBankLinesRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.listLines, request, call);
  }

  @Endpoint('POST', 'bank-statements/:bankStatementId/confirm-line', bankStatementContract.confirmLine, {
    tag,
    summary: 'Confirms one side of a payment by a line, with the number of the bank',
    status: 200,
    freshRoles: true,
    example: { number: 4, paymentId: '01930000-0000-7000-8000-000000000003' },
  })
  confirmLine(@Input() request: ConfirmBankLineRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.confirmLine, request, call);
  }

  @Endpoint('POST', 'bank-statements/:bankStatementId/undo', bankStatementContract.undo, {
    tag,
    summary: 'Takes an import back as long as none of its lines has confirmed a payment',
    status: 200,
    freshRoles: true,
  })
  undo(@Input() request: GetBankStatementRequest, @Call() call: CallContext) {
    return this.rpc.call(bankStatementContract.undo, request, call);
  }
}
