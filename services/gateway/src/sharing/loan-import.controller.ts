import { Controller } from '@nestjs/common';
import { ImportLoansRequest, loanImportContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'loans';

@Controller()
export class LoanImportController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'resources/:resourceId/loan-imports', loanImportContract.create, {
    tag,
    summary:
      'Takes in loans and times out of service from lines with commas, all or none; a dry run only says',
    example: {
      csv: '类型,借用工会,开始,结束,用途\n停用,,2026-12-24 09:00,2026-12-24 18:00,设备年检',
      dryRun: true,
    },
  })
  create(@Input() request: ImportLoansRequest, @Call() call: CallContext) {
    return this.rpc.call(loanImportContract.create, request, call);
  }
}
