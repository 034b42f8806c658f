import type { Page } from '@gongxiang/contracts/core/contract';
import type { ConfirmationSummaryView } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { fenOf, money } from '../tools/client.js';
import { financeOf, officerOf, unionParty, type World } from '../tools/world.js';

/** 1,200.00 / 3 = 400.00 each. */
const brochure = { title: '联合宣传册印刷', fen: 120_000 };

/** Three unions share a brochure, without an activity and an agreement: it binds them once all have said yes. */
export async function shareABill(world: World): Promise<void> {
  await world.report.step(
    '三家工会平均分摊宣传册 1,200.00 元，全部同意才入账 / Three unions share a brochure; it is posted once all agree',
    async () => {
      const parties = ['zhonggong', 'lvyuan', 'hengda'].map((name) => ({ party: unionParty(world, name) }));
      const { client } = officerOf(world, 'zhonggong');
      const opened = await client.post<CostPoolView>('/shared-bills', {
        title: brochure.title,
        amount: money(brochure.fen),
        payer: unionParty(world, 'zhonggong'),
        parties,
        incomeKind: 'dues',
        expenseCode: '1.3',
      });
      const shares = opened.shares.map(({ amount }) => fenOf(amount));
      for (const share of opened.shares) world.report.yuan(`  ${share.party.name}`, fenOf(share.amount));
      world.report.prove(
        'three equal shares make 1,200.00 元',
        shares.length === 3 && shares.every((share) => share === 40_000n),
      );
      const approver = officerOf(world, 'approver').client;
      const asked = await approver.decide<CostPoolView>(`/cost-pools/${opened.id}/approve`);
      world.report.prove(
        'the approval alone posts nothing',
        asked.state === 'asked' && asked.entryId === null,
      );
      await agreeAll(world, opened.id);
      const posted = await client.get<CostPoolView>(`/cost-pools/${opened.id}`);
      world.report.prove(
        'with the last yes it is posted',
        posted.state === 'approved' && posted.entryId !== null,
      );
    },
  );
}

async function agreeAll(world: World, costPoolId: string): Promise<void> {
  const query = `costPoolId=${costPoolId}&state=waiting&limit=200`;
  const { items } = await officerOf(world, 'officer').client.get<Page<ConfirmationSummaryView>>(
    `/confirmations?${query}`,
  );
  for (const { id, party } of items)
    await financeOf(world, party.id).client.decide(`/confirmations/${id}/confirm`);
}
