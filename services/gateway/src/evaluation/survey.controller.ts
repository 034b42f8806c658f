import { Controller, type StreamableFile } from '@nestjs/common';
import {
  CreateSurveyRequest,
  IssueTokenRequest,
  ListMySurveysRequest,
  ListSurveysRequest,
  ListSurveyTextsRequest,
  RenderSurveyResultsRequest,
  responseContract,
  SubmitResponseRequest,
  surveyContract,
  SurveyRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { base64Of } from '../http/examples.js';
import { PublicReads } from '../http/public-reads.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class SurveyController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
    private readonly reads: PublicReads,
  ) {}

  @Endpoint('POST', 'surveys', surveyContract.create, {
    tag: 'surveys',
    summary: 'Opens a survey of a closed activity to those who came',
    example: {
      activityId: '01936d5e-0000-7000-8000-000000000001',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      questions: [{ key: 'words', text: '您的建议', kind: 'text' }],
      opensAt: '2026-11-21T09:00:00+08:00',
      closesAt: '2026-11-28T18:00:00+08:00',
    },
  })
  create(@Input() request: CreateSurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.create, request, call);
  }

  @Endpoint('GET', 'surveys', surveyContract.list, {
    tag: 'surveys',
    summary: 'Surveys that the caller may see, newest first',
  })
  list(@Input() request: ListSurveysRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.list, request, call);
  }

  @Endpoint('GET', 'surveys/:surveyId', surveyContract.get, {
    tag: 'surveys',
    summary: 'One survey, with the public key that tokens are blinded for',
  })
  get(@Input() request: SurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.get, request, call);
  }

  @Endpoint('GET', 'public/surveys/:surveyId/keys', surveyContract.keys, {
    tag: 'public',
    summary: 'Says to anyone by which keys a survey signs tokens and seals answers: the same to all',
    public: true,
  })
  keys(@Input() request: SurveyRequest, @Call() call: CallContext) {
    return this.reads.ask(surveyContract.keys, request, call);
  }

  @Endpoint('GET', 'me/surveys', surveyContract.listMine, {
    tag: 'surveys',
    summary: 'Open surveys of activities that the caller came to',
  })
  listMine(@Input() request: ListMySurveysRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.listMine, request, call);
  }

  @Endpoint('POST', 'surveys/:surveyId/tokens', surveyContract.issueToken, {
    tag: 'surveys',
    summary: 'Signs one blinded token of one who came',
    example: { blindedToken: base64Of(256) },
  })
  issueToken(@Input() request: IssueTokenRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.issueToken, request, call);
  }

  @Endpoint('POST', 'surveys/:surveyId/responses', responseContract.submit, {
    tag: 'surveys',
    summary: 'Takes an answer from whoever holds a signed token; send it without signing in',
    public: true,
    idempotent: false,
    example: {
      token: base64Of(32),
      signature: base64Of(256),
      receipt: base64Of(32),
      answers: { liked: 5, words: '希望多办' },
    },
  })
  submit(@Input() request: SubmitResponseRequest, @Call() call: CallContext) {
    return this.rpc.call(responseContract.submit, request, call);
  }

  @Endpoint('POST', 'surveys/:surveyId/close', surveyContract.close, {
    tag: 'surveys',
    summary: 'Ends a survey before its time: its answers are counted, and its results frozen, a moment later',
    status: 200,
  })
  close(@Input() request: SurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.close, request, call);
  }

  @Endpoint('GET', 'surveys/:surveyId/results', surveyContract.results, {
    tag: 'surveys',
    summary: 'What a closed survey found; too few and none look alike',
  })
  results(@Input() request: SurveyRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.results, request, call);
  }

  @Endpoint('GET', 'surveys/:surveyId/results/file', surveyContract.render, {
    tag: 'surveys',
    summary: 'The same as .xlsx',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    isFileOnly: true,
  })
  async render(
    @Input() request: RenderSurveyResultsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(surveyContract.render, request, call), call);
  }

  @Endpoint('GET', 'surveys/:surveyId/texts', surveyContract.listTexts, {
    tag: 'surveys',
    summary: 'What was written in answer to one question of a closed survey, in an order of chance',
  })
  listTexts(@Input() request: ListSurveyTextsRequest, @Call() call: CallContext) {
    return this.rpc.call(surveyContract.listTexts, request, call);
  }
}
