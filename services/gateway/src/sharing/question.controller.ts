import { Controller } from '@nestjs/common';
import {
  AnswerQuestionRequest,
  AskQuestionRequest,
  HideQuestionRequest,
  ListQuestionsRequest,
  ListWaitingQuestionsRequest,
  questionContract,
  QuestionIdRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'notices';

@Controller()
export class QuestionController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/questions', questionContract.ask, {
    tag,
    summary: 'Asks the hosts of an activity something; at most five of a person wait at a time',
    example: { text: '孩子可以带自行车吗？', anonymous: false },
  })
  ask(@Input() request: AskQuestionRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.ask, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/questions', questionContract.list, {
    tag,
    summary:
      'Lists what was asked and answered, the newest first; the hosts and who asks also see what waits',
  })
  list(@Input() request: ListQuestionsRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.list, request, call);
  }

  @Endpoint('GET', 'questions', questionContract.waiting, {
    tag,
    summary: 'Lists the questions that wait for an answer of the caller, the oldest first',
  })
  waiting(@Input() request: ListWaitingQuestionsRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.waiting, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/questions/:questionId/answer', questionContract.answer, {
    tag,
    summary: 'Answers a question for a host of the activity; everybody sees both from then on',
    status: 200,
    example: { answer: '可以，车棚在东门。' },
  })
  answer(@Input() request: AnswerQuestionRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.answer, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/questions/:questionId/hide', questionContract.hide, {
    tag,
    summary: 'Hides a question, with a reason that who has asked it is told',
    status: 200,
    example: { reason: '与活动无关' },
  })
  hide(@Input() request: HideQuestionRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.hide, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/questions/:questionId/withdraw', questionContract.withdraw, {
    tag,
    summary: 'Withdraws a question of one’s own',
    status: 200,
    example: {},
  })
  withdraw(@Input() request: QuestionIdRequest, @Call() call: CallContext) {
    return this.rpc.call(questionContract.withdraw, request, call);
  }
}
