import { Controller } from '@nestjs/common';
import {
  AddCompanionsRequest,
  CancelRegistrationRequest,
  ListRegistrationsRequest,
  MyRegistrationsRequest,
  type MyRegistrationView,
  type Page,
  RegisterGroupRequest,
  RegisterRequest,
  registrationContract,
  type RegistrationLineView,
  RegistrationRequest,
  type RegistrationsView,
  type RegistrationView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CancellationService } from './cancellation.service.js';
import { CompanionService } from './companion.service.js';
import { RegistrationReader } from './registration.reader.js';
import { RegistrationService } from './registration.service.js';
import { SignUpService } from './sign-up.service.js';

@Controller()
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly signUps: SignUpService,
    private readonly cancellations: CancellationService,
    private readonly companions: CompanionService,
    private readonly reader: RegistrationReader,
  ) {}

  @HandlesCommand(registrationContract.register)
  register(
    @Request() request: RegisterRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationView>> {
    return request.override
      ? this.registrations.registerBeyond(request, call)
      : this.signUps.register(request, call);
  }

  @HandlesCommand(registrationContract.registerGroup)
  registerGroup(
    @Request() request: RegisterGroupRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationsView>> {
    return this.registrations.registerGroup(request, call);
  }

  @HandlesCommand(registrationContract.cancel)
  cancel(
    @Request() request: CancelRegistrationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationView>> {
    return this.cancellations.cancel(request, call);
  }

  @HandlesCommand(registrationContract.addCompanions)
  addCompanions(
    @Request() request: AddCompanionsRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RegistrationView>> {
    return this.companions.add(request, call);
  }

  @HandlesQuery(registrationContract.get)
  get(@Request() request: RegistrationRequest, @Call() call: CallContext): Promise<RegistrationView> {
    return this.reader.get(request, call);
  }

  @HandlesQuery(registrationContract.list)
  list(
    @Request() request: ListRegistrationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<RegistrationLineView>> {
    return this.reader.list(request, call);
  }

  @HandlesQuery(registrationContract.mine)
  mine(
    @Request() request: MyRegistrationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<MyRegistrationView>> {
    return this.reader.mine(request, call);
  }
}
