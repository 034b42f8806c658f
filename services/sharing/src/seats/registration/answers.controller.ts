import { Controller } from '@nestjs/common';
import {
  type AnswersLineView,
  AnswersSummaryRequest,
  type AnswersSummaryView,
  GiveAnswersRequest,
  ListAnswersRequest,
  type Page,
  registrationAnswersContract,
  RegistrationAnswersRequest,
  type RegistrationAnswersView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AnswersReader } from './answers.reader.js';
import { AnswersService } from './answers.service.js';

@Controller()
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly reader: AnswersReader,
  ) {}

  @HandlesQuery(registrationAnswersContract.get)
  get(
    @Request() request: RegistrationAnswersRequest,
    @Call() call: CallContext,
  ): Promise<RegistrationAnswersView> {
    return this.reader.get(request, call);
  }

  @HandlesCommand(registrationAnswersContract.give)
  give(
    @Request() request: GiveAnswersRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationAnswersView>> {
    return this.answers.give(request, call);
  }

  @HandlesQuery(registrationAnswersContract.list)
  list(@Request() request: ListAnswersRequest, @Call() call: CallContext): Promise<Page<AnswersLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(registrationAnswersContract.summary)
  summary(@Request() request: AnswersSummaryRequest, @Call() call: CallContext): Promise<AnswersSummaryView> {
    return this.reader.summary(request, call);
  }
}
