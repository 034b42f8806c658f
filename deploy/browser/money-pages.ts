import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  CostPoolSummaryView,
  CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { Client } from '../demo/tools/client.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** What activities cost and who bears it, what is owed and how it is paid; and what a worker is told of it. */
export async function moneyPages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const disclosure = await first('/disclosures?limit=1');
  return [
    ...(await costPages(first, officer)),
    ...(await ledgerPages(first)),
    ...(await settlingPages(first)),
    ...pagesAs('officer', {
      budgets: '/budgets',
      budget: `/budgets/${await first('/budgets?limit=1')}`,
      disclosures: '/disclosures',
      disclosure: `/disclosures/${disclosure}`,
      vouchers: '/vouchers',
    }),
    ...pagesAs('worker', {
      'disclosures-of-mine': '/disclosures',
      'disclosure-of-mine': `/disclosures/${disclosure}`,
    }),
  ];
}

async function costPages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const { items } = await officer.get<Page<CostPoolSummaryView>>('/cost-pools?state=approved&limit=200');
  const ofActivity = items.find(({ activityId }) => activityId !== null);
  const sharedBill = items.find(({ activityId }) => activityId === null);
  if (!ofActivity || !sharedBill) throw new Error('the demo network lacks a cost pool or a shared bill');
  const { shares } = await officer.get<CostPoolView>(`/cost-pools/${ofActivity.id}`);
  const party = shares[0]?.party;
  const rules = await first('/fund-rule-sets?state=published&limit=1');
  return pagesAs('officer', {
    'cost-pools': '/cost-pools',
    'cost-pool': `/cost-pools/${await first('/cost-pools?limit=1')}`,
    'shared-bill': `/cost-pools/${sharedBill.id}`,
    'share-explanation': `/cost-pools/${ofActivity.id}/shares/${party?.kind}:${party?.id}`,
    'activity-statement': `/activities/${ofActivity.activityId}/statement`,
    'fact-checks': '/fact-checks',
    bookkeeping: '/bookkeeping',
    'fund-rule-sets': '/fund-rule-sets',
    'new-fund-rule-set': '/fund-rule-sets/new',
    'fund-rule-set': `/fund-rule-sets/${rules}`,
    'fund-rule-draft': `/fund-rule-sets/${await first('/fund-rule-sets?state=draft&limit=1')}`,
    'fund-rule-trial': `/fund-rule-sets/${rules}/trial`,
  });
}

async function ledgerPages(first: FindFirst): Promise<PortalPage[]> {
  return pagesAs('officer', {
    accounts: '/accounts',
    'ledger-account': `/accounts/${await first('/accounts?limit=1')}`,
    entries: '/ledger/entries',
    entry: `/ledger/entries/${await first('/ledger/entries?limit=1')}`,
    'ledger-periods': '/ledger/periods',
    'ledger-proof': '/ledger/proof',
    'account-closures': '/account-closures',
    'amount-limits': '/ledger/amount-limits',
    statements: '/statements',
  });
}

/** From what the parties say to their shares to what their banks say. */
async function settlingPages(first: FindFirst): Promise<PortalPage[]> {
  return pagesAs('officer', {
    desk: '/desk',
    confirmations: '/confirmations?view=all',
    confirmation: `/confirmations/${await first('/confirmations?state=waiting&limit=1')}`,
    disputes: '/disputes',
    dispute: `/disputes/${await first('/disputes?limit=1')}`,
    'netting-runs': '/netting-runs',
    'netting-run': `/netting-runs/${await first('/netting-runs?limit=1')}`,
    'netting-transfer': `/netting-runs/${await first('/netting-runs?state=confirmed&limit=1')}/transfers/1`,
    'party-freezes': '/party-freezes',
    payments: '/payments',
    'matter-payments': '/matter-payments',
    'payee-account': `/payee-accounts/${await first('/unions?limit=1')}`,
    payment: `/payments/${await first('/payments?limit=1')}`,
    'bank-statements': '/bank-statements',
    'bank-statement': `/bank-statements/${await first('/bank-statements?limit=1')}?view=all`,
  });
}
