import { Controller } from '@nestjs/common';
import {
  type IssuedLettersView,
  IssueLettersRequest,
  letterContract,
  type LetterVerificationView,
  type LetterView,
  ListLettersRequest,
  ListMyLettersRequest,
  type MyLetterView,
  type Page,
  type PrintedFileView,
  RenderLetterRequest,
  RevokeLetterRequest,
  VerifyLetterRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { LetterService } from './letter.service.js';
import { OwnLetterService } from './own-letter.service.js';

@Controller()
export class LetterController {
  constructor(
    private readonly letters: LetterService,
    private readonly own: OwnLetterService,
  ) {}

  @HandlesCommand(letterContract.issue)
  issue(
    @Request() request: IssueLettersRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<IssuedLettersView>> {
    return this.letters.issue(request, call);
  }

  @HandlesQuery(letterContract.list)
  list(@Request() request: ListLettersRequest, @Call() call: CallContext): Promise<Page<LetterView>> {
    return this.letters.list(request, call);
  }

  @HandlesCommand(letterContract.revoke)
  revoke(@Request() request: RevokeLetterRequest, @Call() call: CallContext): Promise<Outcome<LetterView>> {
    return this.letters.revoke(request, call);
  }

  @HandlesQuery(letterContract.listMine)
  listMine(@Request() request: ListMyLettersRequest, @Call() call: CallContext): Promise<Page<MyLetterView>> {
    return this.own.list(request, call);
  }

  @HandlesQuery(letterContract.render)
  render(@Request() request: RenderLetterRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.own.render(request, call);
  }

  @HandlesQuery(letterContract.verify)
  verify(
    @Request() request: VerifyLetterRequest,
    @Call() call: CallContext,
  ): Promise<LetterVerificationView> {
    return this.own.verify(request, call);
  }
}
