import { Controller } from '@nestjs/common';
import {
  AddHandoverPictureRequest,
  DisputeHandoverRequest,
  handoverContract,
  HandoverPictureFileRequest,
  HandoverRequest,
  HandoversRequest,
  HandOverLoanRequest,
  type HandoversView,
  type HandoverView,
  loanContract,
  ListWaitingHandoversRequest,
  type LoanDeskView,
  type LoanView,
  NoRequest,
  type Page,
  type PictureFileView,
  RecordHandoverRequest,
  ReturnLoanRequest,
  type WaitingHandoverView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { HandoverAnswers } from './handover.answers.js';
import { HandoverPictureService } from './handover-picture.service.js';
import { HandoverReader } from './handover.reader.js';
import { HandoverService } from './handover.service.js';

@Controller()
export class HandoverController {
  constructor(
    private readonly handovers: HandoverService,
    private readonly answers: HandoverAnswers,
    private readonly pictures: HandoverPictureService,
    private readonly reader: HandoverReader,
  ) {}

  @HandlesCommand(loanContract.handOver)
  handOver(@Request() request: HandOverLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.handovers.handOver(request, call);
  }

  @HandlesCommand(loanContract.giveBack)
  giveBack(@Request() request: ReturnLoanRequest, @Call() call: CallContext): Promise<Outcome<LoanView>> {
    return this.handovers.giveBack(request, call);
  }

  @HandlesCommand(handoverContract.record)
  record(
    @Request() request: RecordHandoverRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<HandoverView>> {
    return this.handovers.record(request, call);
  }

  @HandlesQuery(handoverContract.list)
  list(@Request() request: HandoversRequest, @Call() call: CallContext): Promise<HandoversView> {
    return this.reader.list(request, call);
  }

  @HandlesCommand(handoverContract.confirm)
  confirm(@Request() request: HandoverRequest, @Call() call: CallContext): Promise<Outcome<HandoverView>> {
    return this.answers.confirm(request, call);
  }

  @HandlesCommand(handoverContract.dispute)
  dispute(
    @Request() request: DisputeHandoverRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<HandoverView>> {
    return this.answers.dispute(request, call);
  }

  @HandlesCommand(handoverContract.addPicture)
  addPicture(
    @Request() request: AddHandoverPictureRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<HandoverView>> {
    return this.pictures.add(request, call);
  }

  @HandlesQuery(handoverContract.pictureFile)
  pictureFile(
    @Request() request: HandoverPictureFileRequest,
    @Call() call: CallContext,
  ): Promise<PictureFileView> {
    return this.reader.pictureFile(request, call);
  }

  @HandlesQuery(handoverContract.waiting)
  waiting(
    @Request() request: ListWaitingHandoversRequest,
    @Call() call: CallContext,
  ): Promise<Page<WaitingHandoverView>> {
    return this.reader.waiting(request, call);
  }

  @HandlesQuery(handoverContract.desk)
  desk(@Request() _request: NoRequest, @Call() call: CallContext): Promise<LoanDeskView> {
    return this.reader.workOf(call);
  }
}
