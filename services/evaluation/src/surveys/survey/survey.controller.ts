import { Controller } from '@nestjs/common';
import {
  CreateSurveyRequest,
  IssueTokenRequest,
  ListMySurveysRequest,
  ListSurveysRequest,
  ListSurveyTextsRequest,
  type MySurveyView,
  type Page,
  type PrintedFileView,
  RenderSurveyResultsRequest,
  surveyContract,
  type SurveyKeysView,
  SurveyRequest,
  type SurveyResultsView,
  type SurveyTextView,
  type SurveyView,
  type TokenSignature,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SurveyFileService } from './survey-file.service.js';
import { SurveyService } from './survey.service.js';
import { TokenService } from './token.service.js';

@Controller()
export class SurveyController {
  constructor(
    private readonly surveys: SurveyService,
    private readonly tokens: TokenService,
    private readonly files: SurveyFileService,
  ) {}

  @HandlesCommand(surveyContract.create)
  create(@Request() request: CreateSurveyRequest, @Call() call: CallContext): Promise<Outcome<SurveyView>> {
    return this.surveys.create(request, call);
  }

  @HandlesCommand(surveyContract.issueToken)
  issueToken(
    @Request() request: IssueTokenRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<TokenSignature>> {
    return this.tokens.issue(request, call);
  }

  @HandlesCommand(surveyContract.close)
  close(@Request() request: SurveyRequest, @Call() call: CallContext): Promise<Outcome<SurveyView>> {
    return this.surveys.close(request, call);
  }

  @HandlesQuery(surveyContract.get)
  get(@Request() request: SurveyRequest, @Call() call: CallContext): Promise<SurveyView> {
    return this.surveys.get(request, call);
  }

  @HandlesQuery(surveyContract.keys)
  keys(@Request() request: SurveyRequest, @Call() call: CallContext): Promise<SurveyKeysView> {
    return this.surveys.keys(request, call);
  }

  @HandlesQuery(surveyContract.list)
  list(@Request() request: ListSurveysRequest, @Call() call: CallContext): Promise<Page<SurveyView>> {
    return this.surveys.list(request, call);
  }

  @HandlesQuery(surveyContract.listMine)
  listMine(@Request() request: ListMySurveysRequest, @Call() call: CallContext): Promise<Page<MySurveyView>> {
    return this.surveys.listMine(request, call);
  }

  @HandlesQuery(surveyContract.listTexts)
  listTexts(
    @Request() request: ListSurveyTextsRequest,
    @Call() call: CallContext,
  ): Promise<Page<SurveyTextView>> {
    return this.surveys.listTexts(request, call);
  }

  @HandlesQuery(surveyContract.render)
  render(
    @Request() request: RenderSurveyResultsRequest,
    @Call() call: CallContext,
  ): Promise<PrintedFileView> {
    return this.files.render(request, call);
  }

  @HandlesQuery(surveyContract.results)
  results(@Request() request: SurveyRequest, @Call() call: CallContext): Promise<SurveyResultsView> {
    return this.surveys.results(request, call);
  }
}
