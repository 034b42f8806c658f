import { Controller } from '@nestjs/common';
import { NoRequest, query } from '@gongxiang/contracts/core/contract';
import { OwnDataView, OwnLooksView } from '@gongxiang/contracts/membership/privacy/own-data.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askEveryService } from './ask-every-service.js';

const shown = query('operations.own-data', NoRequest, OwnDataView, {
  http: 'GET me/data',
  tag: 'privacy',
  summary: 'Counts what every service keeps of the caller, with the reason and until when',
});

const looks = query('operations.own-looks', NoRequest, OwnLooksView, {
  http: 'GET me/looks',
  tag: 'privacy',
  summary: 'Who was shown the caller’s data within a year: one entry a day, person and kind',
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
    const services = await askEveryService(
      call,
      (service, asked) => this.rpc.call(personDataContract(service).count, {}, asked),
      { items: [] },
    );
    return { body: { complete: services.every(({ answered }) => answered), services }, existing: false };
  }

  @Endpoint(looks)
  async looks(
    @Input() _request: NoRequest,
    @Call() call: CallContext,
  ): Promise<{ readonly body: OwnLooksView; readonly existing: boolean }> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const services = await askEveryService(
      call,
      (service, asked) => this.rpc.call(personDataContract(service).looks, {}, asked),
      { looks: [] },
    );
    return { body: { complete: services.every(({ answered }) => answered), services }, existing: false };
  }
}
