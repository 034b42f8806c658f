import { Controller } from '@nestjs/common';
import {
  AddCompanionsRequest,
  CancelRegistrationRequest,
  ListRegistrationsRequest,
  MyRegistrationsRequest,
  PromoteRegistrationRequest,
  RegisterGroupRequest,
  RegisterRequest,
  registrationContract,
  RegistrationRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'registrations';

@Controller()
export class RegistrationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/registrations', registrationContract.register, {
    tag,
    summary:
      'Signs up the caller with his companions, or a member by an officer; 200 where he is registered already',
    example: { companions: [{ name: '小明', ageBand: 'child3to6' }], guardianConsent: true, answers: {} },
  })
  register(@Input() request: RegisterRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.register, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/registrations/group', registrationContract.registerGroup, {
    tag,
    summary: 'Signs up members in the order given, all or none; for officers',
    example: { personIds: ['019a0000-0000-7000-8000-000000000011', '019a0000-0000-7000-8000-000000000012'] },
  })
  registerGroup(@Input() request: RegisterGroupRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.registerGroup, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/registrations', registrationContract.list, {
    tag,
    summary: 'Lists the registrations of the pools that the caller answers for, along their lines',
  })
  list(@Input() request: ListRegistrationsRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.list, request, call);
  }

  @Endpoint('GET', 'registrations/:registrationId', registrationContract.get, {
    tag,
    summary: 'Shows a registration: seat or place in the waitlist, and what binds who waits',
  })
  get(@Input() request: RegistrationRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.get, request, call);
  }

  @Endpoint('POST', 'registrations/:registrationId/cancel', registrationContract.cancel, {
    tag,
    summary: 'Gives back the whole registration, or some of its companions; who waits gets the seats at once',
    status: 200,
    ifMatch: 'forOthers',
    example: { companions: 1 },
  })
  cancel(@Input() request: CancelRegistrationRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.cancel, request, call);
  }

  @Endpoint('POST', 'registrations/:registrationId/accept-offer', registrationContract.acceptOffer, {
    tag,
    summary: 'Accepts the seat that is offered, before the offer runs out; to decline it, cancel',
    status: 200,
  })
  acceptOffer(@Input() request: RegistrationRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.acceptOffer, request, call);
  }

  @Endpoint('POST', 'registrations/:registrationId/promote', registrationContract.promote, {
    tag,
    summary: 'Gives a free seat to who waits: to the first in the line, or to another one for a reason',
    status: 200,
    example: { reason: '随队翻译' },
  })
  promote(@Input() request: PromoteRegistrationRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.promote, request, call);
  }

  @Endpoint('POST', 'registrations/:registrationId/companions', registrationContract.addCompanions, {
    tag,
    summary: 'Brings more people along, where there are free seats for them',
    status: 200,
    example: { companions: [{ name: '小红', ageBand: 'child7to13' }], guardianConsent: true },
  })
  addCompanions(@Input() request: AddCompanionsRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.addCompanions, request, call);
  }

  @Endpoint('GET', 'me/registrations', registrationContract.mine, {
    tag,
    summary: "Lists the caller's own registrations, the latest first",
  })
  mine(@Input() request: MyRegistrationsRequest, @Call() call: CallContext) {
    return this.rpc.call(registrationContract.mine, request, call);
  }
}
