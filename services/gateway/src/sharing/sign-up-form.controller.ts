import { Controller } from '@nestjs/common';
import {
  AnswersSummaryRequest,
  GiveAnswersRequest,
  ListAnswersRequest,
  registrationAnswersContract,
  RegistrationAnswersRequest,
  SaveSignUpFormRequest,
  signUpFormContract,
  SignUpFormRequest,
  SignUpFormVersionsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'registrations';
const shirt = {
  id: 'shirt',
  kind: 'choice',
  title: '文化衫尺码',
  required: true,
  perHead: true,
  visibleTo: 'door',
  options: [
    { id: 'm', label: '中码' },
    { id: 'l', label: '大码' },
  ],
};

@Controller()
export class SignUpFormController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/sign-up-form', signUpFormContract.get, {
    tag,
    summary: 'Shows what is asked at sign-up, and who reads the answers',
  })
  get(@Input() request: SignUpFormRequest, @Call() call: CallContext) {
    return this.rpc.call(signUpFormContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/sign-up-form', signUpFormContract.save, {
    tag,
    summary: 'Makes a new version of the form; whoever has signed up keeps the one that he answered',
    ifMatch: true,
    example: { questions: [shirt], keepDays: 180 },
  })
  save(@Input() request: SaveSignUpFormRequest, @Call() call: CallContext) {
    return this.rpc.call(signUpFormContract.save, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/sign-up-form/versions', signUpFormContract.versions, {
    tag,
    summary: 'Lists the versions of the form, and how many have answered each',
  })
  versions(@Input() request: SignUpFormVersionsRequest, @Call() call: CallContext) {
    return this.rpc.call(signUpFormContract.versions, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/answers', registrationAnswersContract.list, {
    tag,
    summary: 'Lists what was answered, as far as the caller may read it; names are masked',
  })
  list(@Input() request: ListAnswersRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationAnswersContract.list, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/answers/summary', registrationAnswersContract.summary, {
    tag,
    summary: 'Counts the answers to each question, and says when they are erased',
  })
  summary(@Input() request: AnswersSummaryRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationAnswersContract.summary, request, call);
  }

  @Endpoint('GET', 'registrations/:registrationId/answers', registrationAnswersContract.get, {
    tag,
    summary: 'Shows what a registration says, and what it has yet to say',
  })
  one(@Input() request: RegistrationAnswersRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationAnswersContract.get, request, call);
  }

  @Endpoint('PUT', 'registrations/:registrationId/answers', registrationAnswersContract.give, {
    tag,
    summary:
      'Answers the form in force, for all heads: the person himself, or the officer who registered him',
    example: { answers: { shirt: ['m'] }, formVersion: 1 },
  })
  give(@Input() request: GiveAnswersRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationAnswersContract.give, request, call);
  }
}
