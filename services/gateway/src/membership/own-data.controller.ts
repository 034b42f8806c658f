import { Controller } from '@nestjs/common';
import { NoRequest, query } from '@gongxiang/contracts/core/contract';
import { OwnDataView, type ServiceDataView } from '@gongxiang/contracts/membership/privacy/own-data.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { mergeServices, type MergeService } from '@gongxiang/contracts/words/person-merge';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** A service that does not count within this time is shown as not asked. */
const countWithinMs = 5_000;

const shown = query('operations.own-data', NoRequest, OwnDataView, {
  http: 'GET me/data',
  tag: 'privacy',
  summary: 'Counts what every service keeps of the caller, with the reason and until when',
});

/** What is kept of a person is with every service: each is asked for its own part. */
@Controller()
export class OwnDataController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(shown)
  async get(
    @Input() _request: NoRequest,
    @Call() call: CallContext,
  ): Promise<{ readonly body: OwnDataView; readonly existing: boolean }> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const services = await Promise.all(mergeServices.map((service) => this.count(service, call)));
    return { body: { complete: services.every(({ answered }) => answered), services }, existing: false };
  }

  private async count(service: MergeService, call: CallContext): Promise<ServiceDataView> {
    const deadline = Math.min(call.deadline, Date.now() + countWithinMs);
    try {
      const contract = personDataContract(service).count;
      const { body } = await this.rpc.call(contract, {}, { ...call, deadline });
      return { service, answered: true, items: body.items };
    } catch {
      // Which service it was is the answer; why it was silent stands in its own log.
      return { service, answered: false, items: [] };
    }
  }
}
