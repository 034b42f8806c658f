import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { command, Done } from '@gongxiang/contracts/core/contract';
import { sessionContract } from '@gongxiang/contracts/membership/access/session.contract';
import { ActByLink, actContract } from '@gongxiang/contracts/notification/act.contract';
import { linkActs } from '@gongxiang/contracts/notification/link-acts';
import { type Actor, type CallContext, DomainError } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const perform = command('operations.act', ActByLink, Done, {
  http: 'POST acts/:token',
  tag: 'public',
  summary: 'Does what the link in a message is for, as whoever it was sent to; the link is good for once',
  status: 200,
  public: true,
  idempotent: false,
  example: {},
});

/** What waits is known to notification, and done by the service of the thing: each is asked once. */
@Controller()
export class ActController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(perform)
  async perform(
    @Input() request: ActByLink,
    @Call() call: CallContext,
  ): Promise<{ readonly body: Done; readonly existing: boolean }> {
    const { personId, kind, thingId, version } = (await this.rpc.call(actContract.open, request, call)).body;
    const act = linkActs[kind];
    await this.rpc.call(act.command, act.request(thingId), {
      ...call,
      actor: act.isInOffice ? await this.officerOf(personId, call) : bearerOf(personId),
      ifMatch: version,
      // However often it is pressed, it is the same act.
      idempotencyKey: createHash('sha256').update(request.token).digest('hex'),
    });
    return { body: new Done(), existing: false };
  }

  /** @throws DomainError `ACT_NEEDS_SIGN_IN` */
  private async officerOf(personId: string, call: CallContext): Promise<Actor> {
    const { actor } = (await this.rpc.call(sessionContract.offices, { personId }, call)).body;
    if (actor === null) throw new DomainError('ACT_NEEDS_SIGN_IN');
    return actor;
  }
}

/** Whoever has the link stands for its person alone: for no union, and in no office. */
function bearerOf(personId: string): Actor {
  return { personId, unionId: null, unionPath: null, roles: [], version: 0 };
}
