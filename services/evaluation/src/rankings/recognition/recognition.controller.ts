import { Controller } from '@nestjs/common';
import {
  type GrantedRecognitionsView,
  GrantRecognitionsRequest,
  ListRecognitionsRequest,
  type Page,
  type PrintedFileView,
  recognitionContract,
  RecognitionRequest,
  type RecognitionVerificationView,
  type RecognitionView,
  RenderRecognitionRequest,
  RevokeRecognitionRequest,
  VerifyRecognitionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { RecognitionReader } from './recognition-reader.service.js';
import { RecognitionService } from './recognition.service.js';

@Controller()
export class RecognitionController {
  constructor(
    private readonly recognitions: RecognitionService,
    private readonly reader: RecognitionReader,
  ) {}

  @HandlesCommand(recognitionContract.grant)
  grant(
    @Request() request: GrantRecognitionsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<GrantedRecognitionsView>> {
    return this.recognitions.grant(request, call);
  }

  @HandlesQuery(recognitionContract.list)
  list(
    @Request() request: ListRecognitionsRequest,
    @Call() call: CallContext,
  ): Promise<Page<RecognitionView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(recognitionContract.get)
  get(@Request() request: RecognitionRequest, @Call() call: CallContext): Promise<RecognitionView> {
    return this.reader.get(request, call);
  }

  @HandlesCommand(recognitionContract.revoke)
  revoke(
    @Request() request: RevokeRecognitionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RecognitionView>> {
    return this.recognitions.revoke(request, call);
  }

  @HandlesQuery(recognitionContract.render)
  render(@Request() request: RenderRecognitionRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.reader.render(request, call);
  }

  @HandlesQuery(recognitionContract.verify)
  verify(
    @Request() request: VerifyRecognitionRequest,
    @Call() call: CallContext,
  ): Promise<RecognitionVerificationView> {
    return this.reader.verify(request, call);
  }

  @Republishes('recognition')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.recognitions.republish(tx, afterId, limit);
  }
}
