import { Controller } from '@nestjs/common';
import {
  AnswerIntakeRequest,
  AskAgainRequest,
  CloseIntakeRequest,
  intakeContract,
  IntakeIdRequest,
  type IntakeSummaryView,
  type IntakeView,
  ListIntakeRequest,
  ListMyIntakeRequest,
  type Page,
  RouteIntakeRequest,
  SendIntakeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { IntakeReader } from './intake.reader.js';
import { IntakeService } from './intake.service.js';

@Controller()
export class IntakeController {
  constructor(
    private readonly entries: IntakeService,
    private readonly reader: IntakeReader,
  ) {}

  @HandlesCommand(intakeContract.send)
  send(@Request() request: SendIntakeRequest, @Call() call: CallContext): Promise<Outcome<IntakeView>> {
    return this.entries.send(request, call);
  }

  @HandlesQuery(intakeContract.get)
  get(@Request() request: IntakeIdRequest, @Call() call: CallContext): Promise<IntakeView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(intakeContract.list)
  list(@Request() request: ListIntakeRequest, @Call() call: CallContext): Promise<Page<IntakeSummaryView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(intakeContract.listMine)
  listMine(
    @Request() request: ListMyIntakeRequest,
    @Call() call: CallContext,
  ): Promise<Page<IntakeSummaryView>> {
    return this.reader.listMine(request, call);
  }

  @HandlesCommand(intakeContract.answer)
  answer(@Request() request: AnswerIntakeRequest, @Call() call: CallContext): Promise<Outcome<IntakeView>> {
    return this.entries.answer(request, call);
  }

  @HandlesCommand(intakeContract.route)
  route(@Request() request: RouteIntakeRequest, @Call() call: CallContext): Promise<Outcome<IntakeView>> {
    return this.entries.route(request, call);
  }

  @HandlesCommand(intakeContract.askAgain)
  askAgain(@Request() request: AskAgainRequest, @Call() call: CallContext): Promise<Outcome<IntakeView>> {
    return this.entries.askAgain(request, call);
  }

  @HandlesCommand(intakeContract.close)
  close(@Request() request: CloseIntakeRequest, @Call() call: CallContext): Promise<Outcome<IntakeView>> {
    return this.entries.close(request, call);
  }
}
