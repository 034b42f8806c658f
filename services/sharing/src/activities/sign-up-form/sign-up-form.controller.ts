import { Controller } from '@nestjs/common';
import {
  SaveSignUpFormRequest,
  signUpFormContract,
  SignUpFormRequest,
  SignUpFormVersionsRequest,
  type SignUpFormVersionsView,
  type SignUpFormView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { SignUpFormService } from './sign-up-form.service.js';

@Controller()
export class SignUpFormController {
  constructor(private readonly forms: SignUpFormService) {}

  @HandlesQuery(signUpFormContract.get)
  get(@Request() request: SignUpFormRequest, @Call() call: CallContext): Promise<SignUpFormView> {
    return this.forms.get(request, call);
  }

  @HandlesCommand(signUpFormContract.save)
  save(
    @Request() request: SaveSignUpFormRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SignUpFormView>> {
    return this.forms.save(request, call);
  }

  @HandlesQuery(signUpFormContract.versions)
  versions(
    @Request() request: SignUpFormVersionsRequest,
    @Call() call: CallContext,
  ): Promise<SignUpFormVersionsView> {
    return this.forms.versions(request, call);
  }
}
