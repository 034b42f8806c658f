import type { Page } from '@gongxiang/contracts/core/contract';
import type { CostItemView, CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { RefundPreviewView, RefundView } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { fenOf, money } from '../tools/client.js';
import { idOf, officerOf, unionParty, type World } from '../tools/world.js';
import { addBill } from './bills.js';

/** A bill that came late makes a supplement; part of the first bill comes back, and goes back by the shares. */
export async function comeBackToTheBills(world: World): Promise<void> {
  await world.report.step(
    '审批之后：补充票据 320.00 元、退款 800.00 元 / After the approval: a supplement and a refund',
    async () => {
      const poolId = idOf(world, 'familyDay:pool');
      await supplement(world, poolId);
      await refund(world, poolId);
      const finance = officerOf(world, 'zhonggong').client;
      await finance.post(`/cost-pools/${poolId}/self-payments`, {
        title: '亲子手工加做一份（自费）',
        heads: 26,
        amount: money(52_000),
        collector: unionParty(world, 'zhonggong'),
      });
    },
  );
}

async function supplement(world: World, poolId: string): Promise<void> {
  const finance = officerOf(world, 'zhonggong').client;
  const later = await finance.post<CostPoolView>(`/cost-pools/${poolId}/supplements`);
  const payer = (one: World) => unionParty(one, 'hengda');
  await addBill(world, later.id, { title: '照片冲印', fen: 32_000, payer }, 0);
  await finance.post(`/cost-pools/${later.id}/shares`);
  await finance.decide(`/cost-pools/${later.id}/submit`);
  const approver = officerOf(world, 'approver').client;
  const approved = await approver.decide<CostPoolView>(`/cost-pools/${later.id}/approve`);
  const first = await finance.get<CostPoolView>(`/cost-pools/${poolId}`);
  world.report.prove(
    'the supplement is split by the same heads, and the first pool stays as it was approved',
    approved.shares.every(({ headcount }, index) => headcount === first.shares[index]?.headcount) &&
      first.state === 'approved',
  );
}

async function refund(world: World, poolId: string): Promise<void> {
  const finance = officerOf(world, 'zhonggong').client;
  const { items } = await finance.get<Page<CostItemView>>(`/cost-pools/${poolId}/items`);
  const lines = [{ itemId: items[0]?.id ?? '', amount: money(80_000) }];
  const refunds = `/cost-pools/${poolId}/refunds`;
  const seen = await finance.post<RefundPreviewView>(`${refunds}/preview`, { lines });
  const proposed = await finance.post<RefundView>(refunds, {
    lines,
    previewHash: seen.previewHash,
    creditNote: '24422000000099990001',
    reason: '设备少用半天，退回租金',
  });
  const approver = officerOf(world, 'approver').client;
  const posted = await approver.decide<RefundView>(`${refunds}/${proposed.id}/approve`);
  for (const { party, amount } of posted.parts) world.report.yuan(`  ${party.name}`, fenOf(amount));
  const parts = posted.parts.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
  world.report.prove('what each gets back makes 800.00 元, to the fen', parts === 80_000n);
}
