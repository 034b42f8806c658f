import { Controller, type StreamableFile } from '@nestjs/common';
import {
  AnswerEfficacySurveyRequest,
  ChangeEfficacySurveyRequest,
  CreateEfficacySurveyRequest,
  efficacySurveyContract,
  EfficacySurveyRequest,
  ListEfficacyAnswersRequest,
  ListEfficacyInvitationsRequest,
  ListEfficacySurveysRequest,
  ListMyEfficacyInvitationsRequest,
  RenderEfficacyResultsRequest,
  SubmitPooledAnswerRequest,
  TakeEfficacyTokenRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { base64Of } from '../http/examples.js';
import { PublicReads } from '../http/public-reads.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'surveys';

@Controller()
export class EfficacySurveyController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
    private readonly reads: PublicReads,
  ) {}

  @Endpoint('POST', 'efficacy-surveys', efficacySurveyContract.create, {
    tag,
    summary: 'Asks every kind of party about the mechanism, once a season',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      name: '2026 年第四季度',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      identificationKey: 'identification',
      satisfactionKey: 'satisfaction',
      from: '2026-10-01',
      to: '2026-12-31',
      opensAt: '2026-12-21T09:00:00+08:00',
      closesAt: '2026-12-31T18:00:00+08:00',
    },
  })
  create(@Input() request: CreateEfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.create, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys', efficacySurveyContract.list, {
    tag,
    summary: 'Seasonal surveys of the mechanism, newest first',
  })
  list(@Input() request: ListEfficacySurveysRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.list, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys/:efficacySurveyId', efficacySurveyContract.get, {
    tag,
    summary: 'One seasonal survey, with its questions',
  })
  get(@Input() request: EfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.get, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys/:efficacySurveyId/invitations', efficacySurveyContract.listInvitations, {
    tag,
    summary: 'Who is asked as what, and who has not answered: for whoever holds the survey',
  })
  listInvitations(@Input() request: ListEfficacyInvitationsRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.listInvitations, request, call);
  }

  @Endpoint('GET', 'me/efficacy-surveys', efficacySurveyContract.listMine, {
    tag,
    summary: 'What the caller may answer for the parties of his unions, and what is answered',
  })
  listMine(@Input() request: ListMyEfficacyInvitationsRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.listMine, request, call);
  }

  @Endpoint('POST', 'efficacy-surveys/:efficacySurveyId/answers', efficacySurveyContract.answer, {
    tag,
    summary: 'Answers for a party in its name; it stands',
    example: {
      kind: 'union',
      partyKind: 'union',
      partyId: '01936d5e-0000-7000-8000-000000000001',
      answers: { belonging: 4, place: 5 },
    },
  })
  answer(@Input() request: AnswerEfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.answer, request, call);
  }

  @Endpoint('GET', 'public/efficacy-surveys/:efficacySurveyId/keys', efficacySurveyContract.keys, {
    tag: 'public',
    summary:
      'Says to anyone by which keys tokens of a season are signed and its answers sealed: the same to all',
    public: true,
  })
  keys(@Input() request: EfficacySurveyRequest, @Call() call: CallContext) {
    return this.reads.ask(efficacySurveyContract.keys, request, call);
  }

  @Endpoint('POST', 'efficacy-surveys/:efficacySurveyId/tokens', efficacySurveyContract.takeToken, {
    tag,
    summary: 'Signs one blinded token for a party that is to answer pooled: from then on it does',
    example: {
      kind: 'union',
      partyKind: 'union',
      partyId: '01936d5e-0000-7000-8000-000000000001',
      blindedToken: base64Of(256),
    },
  })
  takeToken(@Input() request: TakeEfficacyTokenRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.takeToken, request, call);
  }

  @Endpoint('POST', 'efficacy-surveys/:efficacySurveyId/responses', efficacySurveyContract.submitPooled, {
    tag,
    summary: 'Takes a pooled answer from whoever holds a signed token; send it without signing in',
    public: true,
    idempotent: false,
    example: {
      poolId: '01936d5e-0000-7000-8000-000000000001',
      token: base64Of(32),
      signature: base64Of(256),
      receipt: base64Of(32),
      answers: { belonging: 4, place: 5 },
    },
  })
  submitPooled(@Input() request: SubmitPooledAnswerRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.submitPooled, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys/:efficacySurveyId/answers', efficacySurveyContract.listAnswers, {
    tag,
    summary: 'After the close: answers by name, and pools of at least five unions',
  })
  listAnswers(@Input() request: ListEfficacyAnswersRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.listAnswers, request, call);
  }

  @Endpoint('PATCH', 'efficacy-surveys/:efficacySurveyId', efficacySurveyContract.change, {
    tag,
    summary: 'Renames or moves a seasonal survey that has not opened',
    ifMatch: true,
    example: { opensAt: '2026-12-24T09:00:00+08:00' },
  })
  change(@Input() request: ChangeEfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.change, request, call);
  }

  @Endpoint('POST', 'efficacy-surveys/:efficacySurveyId/cancel', efficacySurveyContract.cancel, {
    tag,
    summary: 'Calls off a seasonal survey that has not opened; its season may be asked about anew',
    status: 200,
  })
  cancel(@Input() request: EfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.cancel, request, call);
  }

  @Endpoint('POST', 'efficacy-surveys/:efficacySurveyId/close', efficacySurveyContract.close, {
    tag,
    summary: 'Ends a seasonal survey before its time and freezes its results',
    status: 200,
  })
  close(@Input() request: EfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.close, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys/:efficacySurveyId/results', efficacySurveyContract.results, {
    tag,
    summary: 'Kind by kind: opinions beside the facts, and the season before; nothing before the close',
  })
  results(@Input() request: EfficacySurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(efficacySurveyContract.results, request, call);
  }

  @Endpoint('GET', 'efficacy-surveys/:efficacySurveyId/results/file', efficacySurveyContract.render, {
    tag,
    summary: 'The results as .xlsx',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    isFileOnly: true,
  })
  async render(
    @Input() request: RenderEfficacyResultsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(efficacySurveyContract.render, request, call), call);
  }
}
