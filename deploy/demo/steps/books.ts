import type { Page } from '@gongxiang/contracts/core/contract';
import type { AmountLimitView } from '@gongxiang/contracts/settlement/ledger/ledger-limit.contract';
import type {
  LedgerSealView,
  ReconciliationView,
} from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { money } from '../tools/client.js';
import { officerOf, unionOf, until, type World } from '../tools/world.js';

/** 50,000.00 yuan: above this an approver of the federation has to look. */
const limitFen = 5_000_000;

/** The books prove themselves: what an approver may pass alone, the chain of entries, and everything computed again. */
export async function proveTheBooks(world: World): Promise<void> {
  await world.report.step(
    '账本：审批限额、校验链、对账 / The books: limits, the chain, a reconciliation',
    async () => {
      const { client } = officerOf(world, 'officer');
      const { id: unionId } = unionOf(world, 'zhonggong');
      const known = await client.get<Page<AmountLimitView>>(`/ledger/amount-limits?union=${unionId}`);
      if (known.items.length === 0) {
        const limit = { unionId, limit: money(limitFen), reason: '年度内控要求：五万元以上由区总工会审批' };
        await client.post<AmountLimitView>('/ledger/amount-limits', limit);
      }
      await until(
        async () => (await client.get<LedgerSealView>('/ledger/seal')).unsealedEntries === 0,
        'the seal of the last entry',
      );
      const seal = await client.get<LedgerSealView>('/ledger/seal');
      world.report.figure('entries sealed', seal.sealedEntries);
      world.report.prove('no entry was changed after it was posted', seal.intact);
      const { id } = await client.post<ReconciliationView>('/ledger/reconciliations');
      const path = `/ledger/reconciliations/${id}`;
      await until(
        async () => (await client.get<ReconciliationView>(path)).state === 'done',
        'the reconciliation',
      );
      const done = await client.get<ReconciliationView>(path);
      world.report.figure('compared with the postings', done.compared);
      world.report.prove('balances, runs and pools are what the postings say', done.differenceCount === 0);
    },
  );
}
