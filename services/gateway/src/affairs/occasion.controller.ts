import { Controller } from '@nestjs/common';
import { type Page, pageOf, query } from '@gongxiang/contracts/core/contract';
import {
  ListedOccasionView,
  ListOccasions,
  occasionContract,
  type OccasionView,
} from '@gongxiang/contracts/affairs/matters/occasion.contract';
import { memberNameContract } from '@gongxiang/contracts/membership/members/member-name.contract';
import { fundRuleContract } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import { type CallContext, shanghaiDate } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { askServices } from '../membership/ask-every-service.js';

const list = query('operations.list-occasions', ListOccasions, pageOf(ListedOccasionView), {
  http: 'GET unions/:unionId/occasions',
  tag: 'matters',
  summary:
    'Who is to be visited in a month, by day, with what was done this year; for officers of the very union',
});

/**
 * Affairs has the list and says who may see it; names are membership's, and what may be spent is settlement's. Where one of these is silent
 * the list is shown without.
 */
@Controller()
export class OccasionController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint(list)
  async list(
    @Input() request: ListOccasions,
    @Call() call: CallContext,
  ): Promise<{ readonly body: Page<ListedOccasionView>; readonly existing: boolean }> {
    const page = (await this.rpc.call(occasionContract.list, request, call)).body;
    const [names, bound] = await Promise.all([
      this.namesOf(page.items, call),
      this.boundOf(request, page.items, call),
    ]);
    const items = page.items.map((line) => ({
      ...line,
      personName: names.get(line.personId) ?? line.personName,
      ...bound,
    }));
    return { body: { ...page, items }, existing: false };
  }

  private async namesOf(
    lines: readonly OccasionView[],
    call: CallContext,
  ): Promise<ReadonlyMap<string, string>> {
    const personIds = [...new Set(lines.map(({ personId }) => personId))];
    if (personIds.length === 0) return new Map();
    const [answer] = await askServices(
      ['membership'] as const,
      call,
      (_service, asked) => this.rpc.call(memberNameContract.list, { personIds }, asked),
      { items: [] },
    );
    return new Map(answer?.items.map(({ personId, name }) => [personId, name]));
  }

  /** Of the last day that is asked for: rules of a month may change within it. */
  private async boundOf(
    { unionId, month }: ListOccasions,
    lines: readonly OccasionView[],
    call: CallContext,
  ): Promise<Pick<ListedOccasionView, 'bound' | 'boundSource'>> {
    const on = lines.at(-1)?.on ?? `${month ?? shanghaiDate(new Date()).slice(0, 7)}-01`;
    const [answer] = await askServices(
      ['settlement'] as const,
      call,
      (_service, asked) => this.rpc.call(fundRuleContract.welfareBound, { unionId, on }, asked),
      { amount: null, setName: null },
    );
    return { bound: answer?.amount ?? null, boundSource: answer?.setName ?? null };
  }
}
