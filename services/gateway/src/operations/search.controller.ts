import { Controller } from '@nestjs/common';
import { query } from '@gongxiang/contracts/core/contract';
import {
  searchContract,
  searchKindsOf,
  SearchRequest,
  type SearchService,
  searchServices,
  SearchView,
} from '@gongxiang/contracts/words/search';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from '../membership/ask-every-service.js';

/** Somebody is typing: what is not there by then comes too late, and what the others have is shown without it. */
const searchWithinMs = 120;

const search = query('operations.search', SearchRequest, SearchView, {
  http: 'GET search',
  tag: 'search',
  summary:
    'Searches everything that the caller may see by title or name, grouped by kind; names the services that did not answer in time',
});

/** Titles are with every service: each is asked for its own kinds, at once. */
@Controller()
export class SearchController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(search)
  async find(
    @Input() request: SearchRequest,
    @Call() call: CallContext,
  ): Promise<{ readonly body: SearchView; readonly existing: boolean }> {
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const answers = await askServices(
      searchServices.filter((service) => owns(service, request.kind)),
      { ...call, deadline: Math.min(call.deadline, Date.now() + searchWithinMs) },
      (service, asked) => this.rpc.call(searchContract(service).find, request, asked),
      { groups: [] },
    );
    return {
      body: {
        groups: answers.flatMap(({ groups }) => groups),
        unanswered: answers.flatMap(({ service, answered }) => (answered ? [] : [service])),
      },
      existing: false,
    };
  }
}

function owns(service: SearchService, kind: SearchRequest['kind']): boolean {
  const kinds: readonly string[] = searchKindsOf[service];
  return kind === undefined || kinds.includes(kind);
}
