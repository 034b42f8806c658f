import { Controller } from '@nestjs/common';
import {
  CancelDrawRequest,
  ChangeDrawRequest,
  CreateDrawRequest,
  drawContract,
  DrawRequest,
  EnterDrawRequest,
  ListDrawsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'draws';

@Controller()
export class DrawController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activities/:activityId/draws', drawContract.create, {
    tag,
    summary:
      'Has the free seats of an activity drawn: publishes the hash of a secret, and closes first-come sign-up',
    example: {
      opensAt: '2026-11-21T09:00:00+08:00',
      closesAt: '2026-11-24T18:00:00+08:00',
      fairShareDays: 365,
    },
  })
  create(@Input() request: CreateDrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.create, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/draws', drawContract.list, {
    tag,
    summary: 'Lists the draws of an activity, the latest first, each with the own entry of the caller',
  })
  list(@Input() request: ListDrawsRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.list, request, call);
  }

  @Endpoint('GET', 'draws/:drawId', drawContract.get, {
    tag,
    summary: 'Shows a draw: its window, its commitment, how far it is, and the own entry of the caller',
  })
  get(@Input() request: DrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.get, request, call);
  }

  @Endpoint('PATCH', 'draws/:drawId', drawContract.change, {
    tag,
    summary: 'Changes window or fair share, as long as nobody can have entered',
    ifMatch: true,
    example: { closesAt: '2026-11-25T18:00:00+08:00' },
  })
  change(@Input() request: ChangeDrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.change, request, call);
  }

  @Endpoint('POST', 'draws/:drawId/cancel', drawContract.cancel, {
    tag,
    summary: 'Cancels a draw for a reason that everybody sees; never once entry is closed',
    status: 200,
    example: { reason: '名额改为按报名先后确定' },
  })
  cancel(@Input() request: CancelDrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.cancel, request, call);
  }

  @Endpoint('POST', 'draws/:drawId/entries', drawContract.enter, {
    tag,
    summary: 'Enters the caller with his companions, once; 200 where he is in it already',
    example: { companions: [{ name: '小明', ageBand: 'child3to6' }], guardianConsent: true },
  })
  enter(@Input() request: EnterDrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.enter, request, call);
  }

  @Endpoint('POST', 'draws/:drawId/withdraw-entry', drawContract.withdraw, {
    tag,
    summary: 'Takes the own entry out again; until the close one may enter anew',
    status: 200,
  })
  withdraw(@Input() request: DrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.withdraw, request, call);
  }

  @Endpoint('GET', 'draws/:drawId/proof', drawContract.proof, {
    tag,
    summary: 'All that is needed to draw again: secret, list of entries without persons, seed and result',
  })
  proof(@Input() request: DrawRequest, @Call() call: CallContext) {
    return this.rpc.call(drawContract.proof, request, call);
  }
}
