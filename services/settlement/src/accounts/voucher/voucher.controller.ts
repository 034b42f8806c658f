import { Controller } from '@nestjs/common';
import {
  GetVouchersRequest,
  MapVoucherSubjectsRequest,
  type PrintedFileView,
  RenderVouchersRequest,
  voucherContract,
  VoucherSubjectsRequest,
  type VoucherSubjectsView,
  type VouchersView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { VoucherSubjectService } from './voucher-subject.service.js';
import { VoucherService } from './voucher.service.js';

@Controller()
export class VoucherController {
  constructor(
    private readonly vouchers: VoucherService,
    private readonly subjects: VoucherSubjectService,
  ) {}

  @HandlesQuery(voucherContract.get)
  get(@Request() request: GetVouchersRequest, @Call() call: CallContext): Promise<VouchersView> {
    return this.vouchers.get(request, call);
  }

  @HandlesQuery(voucherContract.render)
  render(@Request() request: RenderVouchersRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.vouchers.render(request, call);
  }

  @HandlesQuery(voucherContract.subjects)
  getSubjects(
    @Request() request: VoucherSubjectsRequest,
    @Call() call: CallContext,
  ): Promise<VoucherSubjectsView> {
    return this.subjects.get(request, call);
  }

  @HandlesCommand(voucherContract.mapSubjects)
  mapSubjects(
    @Request() request: MapVoucherSubjectsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<VoucherSubjectsView>> {
    return this.subjects.map(request, call);
  }
}
