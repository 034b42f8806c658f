import { Controller } from '@nestjs/common';
import {
  AnswerEfficacySurveyRequest,
  ChangeEfficacySurveyRequest,
  CreateEfficacySurveyRequest,
  type EfficacyAnswerView,
  type EfficacyInvitationView,
  efficacySurveyContract,
  type EfficacySurveyKeysView,
  EfficacySurveyRequest,
  type EfficacySurveyResultsView,
  type EfficacySurveyView,
  ListEfficacyAnswersRequest,
  ListEfficacyInvitationsRequest,
  ListEfficacySurveysRequest,
  ListMyEfficacyInvitationsRequest,
  type MyEfficacyInvitationView,
  type Page,
  type PrintedFileView,
  RenderEfficacyResultsRequest,
  type ResponseReceived,
  SubmitPooledAnswerRequest,
  TakeEfficacyTokenRequest,
  type TokenSignature,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AnsweringService } from './answering.service.js';
import { EfficacyFileService } from './efficacy-file.service.js';
import { EfficacySurveyService } from './efficacy-survey.service.js';
import { ResultsService } from './results.service.js';
import { SeasonService } from './season.service.js';
import { SeasonTokenService } from './season-token.service.js';

@Controller()
export class EfficacySurveyController {
  constructor(
    private readonly surveys: EfficacySurveyService,
    private readonly seasons: SeasonService,
    private readonly answering: AnsweringService,
    private readonly tokens: SeasonTokenService,
    private readonly published: ResultsService,
    private readonly files: EfficacyFileService,
  ) {}

  @HandlesCommand(efficacySurveyContract.create)
  create(
    @Request() request: CreateEfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EfficacySurveyView>> {
    return this.surveys.create(request, call);
  }

  @HandlesCommand(efficacySurveyContract.change)
  change(
    @Request() request: ChangeEfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EfficacySurveyView>> {
    return this.seasons.change(request, call);
  }

  @HandlesCommand(efficacySurveyContract.cancel)
  cancel(
    @Request() request: EfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EfficacySurveyView>> {
    return this.seasons.cancel(request, call);
  }

  @HandlesCommand(efficacySurveyContract.close)
  close(
    @Request() request: EfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<EfficacySurveyView>> {
    return this.surveys.close(request, call);
  }

  @HandlesQuery(efficacySurveyContract.get)
  get(@Request() request: EfficacySurveyRequest, @Call() call: CallContext): Promise<EfficacySurveyView> {
    return this.surveys.get(request, call);
  }

  @HandlesQuery(efficacySurveyContract.list)
  list(
    @Request() request: ListEfficacySurveysRequest,
    @Call() call: CallContext,
  ): Promise<Page<EfficacySurveyView>> {
    return this.surveys.list(request, call);
  }

  @HandlesCommand(efficacySurveyContract.answer)
  answer(
    @Request() request: AnswerEfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<MyEfficacyInvitationView>> {
    return this.answering.answer(request, call);
  }

  @HandlesQuery(efficacySurveyContract.keys)
  keys(
    @Request() request: EfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<EfficacySurveyKeysView> {
    return this.published.keys(request, call);
  }

  @HandlesCommand(efficacySurveyContract.takeToken)
  takeToken(
    @Request() request: TakeEfficacyTokenRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<TokenSignature>> {
    return this.tokens.take(request, call);
  }

  @HandlesCommand(efficacySurveyContract.submitPooled)
  submitPooled(@Request() request: SubmitPooledAnswerRequest): Promise<Outcome<ResponseReceived>> {
    return this.tokens.submit(request);
  }

  @HandlesQuery(efficacySurveyContract.listMine)
  listMine(
    @Request() request: ListMyEfficacyInvitationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<MyEfficacyInvitationView>> {
    return this.answering.listMine(request, call);
  }

  @HandlesQuery(efficacySurveyContract.listInvitations)
  listInvitations(
    @Request() request: ListEfficacyInvitationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<EfficacyInvitationView>> {
    return this.answering.listInvitations(request, call);
  }

  @HandlesQuery(efficacySurveyContract.results)
  results(
    @Request() request: EfficacySurveyRequest,
    @Call() call: CallContext,
  ): Promise<EfficacySurveyResultsView> {
    return this.published.results(request, call);
  }

  @HandlesQuery(efficacySurveyContract.listAnswers)
  listAnswers(
    @Request() request: ListEfficacyAnswersRequest,
    @Call() call: CallContext,
  ): Promise<Page<EfficacyAnswerView>> {
    return this.published.listAnswers(request, call);
  }

  @HandlesQuery(efficacySurveyContract.render)
  render(
    @Request() request: RenderEfficacyResultsRequest,
    @Call() call: CallContext,
  ): Promise<PrintedFileView> {
    return this.files.render(request, call);
  }
}
