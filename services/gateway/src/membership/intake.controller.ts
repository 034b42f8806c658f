import { Controller } from '@nestjs/common';
import {
  AnswerIntakeRequest,
  AskAgainRequest,
  CloseIntakeRequest,
  intakeContract,
  IntakeIdRequest,
  ListIntakeRequest,
  ListMyIntakeRequest,
  RouteIntakeRequest,
  SendIntakeRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'intake';
const someId = '019a0000-0000-7000-8000-000000000001';

@Controller()
export class IntakeController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'intake', intakeContract.send, {
    tag,
    summary: 'Sends a complaint, a suggestion or a question to the union of the caller',
    example: {
      kind: 'complaint',
      text: '周六活动的大巴没有安全带，希望下次换车。',
      page: '/activities',
      subject: { noun: 'activity', id: someId },
    },
  })
  send(@Input() request: SendIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.send, request, call);
  }

  @Endpoint('GET', 'intake', intakeContract.list, {
    tag,
    summary: 'What was sent to the unions of an officer: newest first, but what is open by its deadline',
  })
  list(@Input() request: ListIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.list, request, call);
  }

  @Endpoint('GET', 'me/intake', intakeContract.listMine, {
    tag,
    summary: 'What the caller has sent himself, newest first',
  })
  listMine(@Input() request: ListMyIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.listMine, request, call);
  }

  @Endpoint('GET', 'intake/:intakeId', intakeContract.get, {
    tag,
    summary: 'An entry with all answers, for its sender and for the officers of its union and above',
  })
  get(@Input() request: IntakeIdRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.get, request, call);
  }

  @Endpoint('POST', 'intake/:intakeId/answer', intakeContract.answer, {
    tag,
    summary: 'Answers an entry; one that was answered may be answered again',
    status: 200,
    ifMatch: true,
    example: { text: '谢谢提醒，已联系车队更换车辆。' },
  })
  answer(@Input() request: AnswerIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.answer, request, call);
  }

  @Endpoint('POST', 'intake/:intakeId/route', intakeContract.route, {
    tag,
    summary: 'Passes an entry to a union above, or to one that the officer answers for; its deadline stays',
    status: 200,
    ifMatch: true,
    example: { unionId: someId },
  })
  route(@Input() request: RouteIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.route, request, call);
  }

  @Endpoint('POST', 'intake/:intakeId/ask-again', intakeContract.askAgain, {
    tag,
    summary: 'Its author asks again after an answer: it is open once more, to be answered within seven days',
    status: 200,
    ifMatch: true,
    example: { text: '换的车还是没有安全带。' },
  })
  askAgain(@Input() request: AskAgainRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.askAgain, request, call);
  }

  @Endpoint('POST', 'intake/:intakeId/close', intakeContract.close, {
    tag,
    summary:
      'Ends an entry: its author withdraws it before an answer and finds it resolved after; an officer closes it unanswered, and says why',
    status: 200,
    ifMatch: true,
    example: { reason: '与上周的反映重复，已合并处理' },
  })
  close(@Input() request: CloseIntakeRequest, @Call() call: CallContext) {
    return this.rpc.call(intakeContract.close, request, call);
  }
}
