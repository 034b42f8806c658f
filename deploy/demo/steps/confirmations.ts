import type { Page } from '@gongxiang/contracts/core/contract';
import type { ConfirmationSummaryView } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { DisputeMessageView, DisputeView } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { financeOf, idOf, officerOf, unionOf, type World } from '../tools/world.js';

/** What both sides have confirmed is netted. Of the second event one share still waits, and one is disputed. */
export async function confirmShares(world: World): Promise<void> {
  await world.report.step(
    '各方确认份额；一笔待确认，一笔有异议 / Each party confirms; one share waits, one is disputed',
    async () => {
      const waits = unionOf(world, 'zhonggong').id;
      const disputes = unionOf(world, 'lvyuan').id;
      for (const one of await askedOf(world, idOf(world, 'familyDay:pool'))) await confirm(world, one);
      for (const one of await askedOf(world, idOf(world, 'readers:pool'))) {
        if (one.party.id === disputes) await dispute(world, one);
        else if (one.party.id !== waits) await confirm(world, one);
      }
      const left = await askedOf(world, idOf(world, 'readers:pool'));
      const countOf = (state: string): number => left.filter((one) => one.state === state).length;
      world.report.prove(
        'one share waits, one is disputed, and the others are confirmed',
        countOf('waiting') === 1 && countOf('disputed') === 1 && countOf('confirmed') === left.length - 2,
      );
    },
  );
}

async function askedOf(world: World, costPoolId: string): Promise<readonly ConfirmationSummaryView[]> {
  const { client } = officerOf(world, 'officer');
  const query = `costPoolId=${costPoolId}&limit=200`;
  return (await client.get<Page<ConfirmationSummaryView>>(`/confirmations?${query}`)).items;
}

async function confirm(world: World, { id, party }: ConfirmationSummaryView): Promise<void> {
  await financeOf(world, party.id).client.decide(`/confirmations/${id}/confirm`);
}

/** Raised by the one, answered by the other: it is in talk. */
async function dispute(world: World, { id, party }: ConfirmationSummaryView): Promise<void> {
  const { client } = financeOf(world, party.id);
  const opened = await client.decide<DisputeView>(`/confirmations/${id}/dispute`, {
    reason: '我会只有八人到场，四方平均分摊偏高，请核对。',
  });
  await officerOf(world, 'shuxiang').client.post<DisputeMessageView>(`/disputes/${opened.id}/messages`, {
    text: '协议约定四方平均分摊，与到场人数无关。签到表已附在活动页面，请再看一下。',
  });
  world.report.figure('disputed by', party.name);
}
