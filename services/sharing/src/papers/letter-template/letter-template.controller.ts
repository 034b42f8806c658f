import { Controller } from '@nestjs/common';
import {
  CreateLetterTemplateRequest,
  letterTemplateContract,
  LetterTemplateIdRequest,
  type LetterTemplateView,
  ListLetterTemplatesRequest,
  type Page,
  type PrintedFileView,
  SampleLetterRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LetterTemplateService } from './letter-template.service.js';

@Controller()
export class LetterTemplateController {
  constructor(private readonly templates: LetterTemplateService) {}

  @HandlesCommand(letterTemplateContract.create)
  create(
    @Request() request: CreateLetterTemplateRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LetterTemplateView>> {
    return this.templates.create(request, call);
  }

  @HandlesQuery(letterTemplateContract.list)
  list(
    @Request() request: ListLetterTemplatesRequest,
    @Call() call: CallContext,
  ): Promise<Page<LetterTemplateView>> {
    return this.templates.list(request, call);
  }

  @HandlesQuery(letterTemplateContract.get)
  get(@Request() request: LetterTemplateIdRequest, @Call() call: CallContext): Promise<LetterTemplateView> {
    return this.templates.get(request, call);
  }

  @HandlesCommand(letterTemplateContract.retire)
  retire(
    @Request() request: LetterTemplateIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LetterTemplateView>> {
    return this.templates.retire(request, call);
  }

  @HandlesCommand(letterTemplateContract.restore)
  restore(
    @Request() request: LetterTemplateIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<LetterTemplateView>> {
    return this.templates.restore(request, call);
  }

  @HandlesQuery(letterTemplateContract.sample)
  sample(@Request() request: SampleLetterRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.templates.sample(request, call);
  }
}
