import { Controller } from '@nestjs/common';
import {
  AnswerQuestionRequest,
  AskQuestionRequest,
  HideQuestionRequest,
  ListQuestionsRequest,
  ListWaitingQuestionsRequest,
  type Page,
  questionContract,
  QuestionIdRequest,
  type QuestionView,
  type WaitingQuestionView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { QuestionReader } from './question.reader.js';
import { QuestionService } from './question.service.js';

@Controller()
export class QuestionController {
  constructor(
    private readonly questions: QuestionService,
    private readonly reader: QuestionReader,
  ) {}

  @HandlesCommand(questionContract.ask)
  ask(@Request() request: AskQuestionRequest, @Call() call: CallContext): Promise<Outcome<QuestionView>> {
    return this.questions.ask(request, call);
  }

  @HandlesQuery(questionContract.list)
  list(@Request() request: ListQuestionsRequest, @Call() call: CallContext): Promise<Page<QuestionView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(questionContract.waiting)
  waiting(
    @Request() request: ListWaitingQuestionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<WaitingQuestionView>> {
    return this.reader.waiting(request, call);
  }

  @HandlesCommand(questionContract.answer)
  answer(
    @Request() request: AnswerQuestionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<QuestionView>> {
    return this.questions.answer(request, call);
  }

  @HandlesCommand(questionContract.hide)
  hide(@Request() request: HideQuestionRequest, @Call() call: CallContext): Promise<Outcome<QuestionView>> {
    return this.questions.hide(request, call);
  }

  @HandlesCommand(questionContract.withdraw)
  withdraw(@Request() request: QuestionIdRequest, @Call() call: CallContext): Promise<Outcome<QuestionView>> {
    return this.questions.withdraw(request, call);
  }
}
