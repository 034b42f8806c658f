import type { Page } from '@gongxiang/contracts/core/contract';
import type { MandateView } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { money } from '../tools/client.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

const dayMs = 86_400_000;

/** A small union without a treasurer lets the large one next to it keep its books, up to 5,000 yuan at a time. */
export async function mandateTheBooks(world: World): Promise<void> {
  await world.report.step('委托代理记账 / A mandate to keep books', async () => {
    const { client } = officerOf(world, 'shuxiang');
    const given = await client.get<Page<MandateView>>('/mandates?side=given');
    const known = given.items.find(
      ({ scopes, state }) => scopes.includes('bookkeeping') && state === 'active',
    );
    const made =
      known ??
      (await client.post<MandateView>('/mandates', {
        fromUnionId: unionOf(world, 'shuxiang').id,
        toUnionId: unionOf(world, 'zhonggong').id,
        scopes: ['bookkeeping'],
        entryLimit: money(500_000),
        until: new Date(Date.now() + 365 * dayMs).toISOString(),
        note: '本会没有专职财务，请代理记账',
      }));
    world.report.figure('keeps the books', `${made.toUnionName} ← ${made.fromUnionName}`);
  });
}
