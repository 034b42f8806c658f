import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  FundRuleDto,
  FundRuleSetView,
  FundRuleSourceDto,
} from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type {
  FundRuleCheckView,
  FundRuleOverrideView,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { fenOf, isRefused, money } from '../tools/client.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

const setName = '区总工会经费使用规定（演示）';

/** Figures that differ from region to region, taken from second-hand sources: none is checked against its original. */
const source: FundRuleSourceDto = {
  title: '基层工会经费收支管理办法及各地实施细则',
  number: '总工办发〔2017〕32号',
  place: '演示数据，按二手资料整理，待与原文核对',
  isVerified: false,
};

type Limit = Omit<FundRuleDto, 'source'>;
const rules: readonly Limit[] = [
  { key: 'prize-share', kind: 'prizeShare', share: { numerator: 2, denominator: 3 } },
  { key: 'prize-first', kind: 'prizeAmount', grade: 'first', amount: money(80_000) },
  { key: 'prize-second', kind: 'prizeAmount', grade: 'second', amount: money(60_000) },
  { key: 'prize-third', kind: 'prizeAmount', grade: 'third', amount: money(40_000) },
  { key: 'prize-other', kind: 'prizeAmount', grade: 'other', amount: money(40_000) },
  { key: 'souvenir', kind: 'souvenirAmount', amount: money(10_000), onlyWithoutPrizes: true },
  { key: 'gift', kind: 'giftNotCash' },
  { key: 'outing', kind: 'outingSameDay' },
];

/** The federation says how money is spent in its network; what was published in an earlier run stays. */
export async function setRulesOfSpending(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const { id: unionId } = unionOf(world, 'federation');
  const known = await client.get<Page<FundRuleSetView>>(`/fund-rule-sets?unionId=${unionId}`);
  if (known.items.length > 0) return world.report.figure('kept', setName);
  const words = { name: setName, source, validFrom: '2026-01-01', validUntil: null };
  const body = { unionId, ...words, rules: rules.map((rule) => ({ ...rule, source })) };
  const draft = await client.post<FundRuleSetView>('/fund-rule-sets', body);
  const set = await client.decide<FundRuleSetView>(`/fund-rule-sets/${draft.id}/publish`);
  world.report.figure('rules of spending', set.rules.length);
  // One city gives prizes to 30 % only: begun as the next version, not published.
  const next = await client.post<FundRuleSetView>(`/fund-rule-sets/${set.id}/copy`);
  const [share, ...others] = body.rules;
  const stricter = { ...share, share: { numerator: 30, denominator: 100 } };
  await client.put(
    `/fund-rule-sets/${next.id}`,
    { ...words, name: `${setName}修订稿`, validFrom: '2027-01-01', rules: [stricter, ...others] },
    { ifMatch: next.version },
  );
}

/** Prizes that cost more than they may: refused, let pass from above with a reason, and shown with it. */
export async function letPrizesPass(world: World, costPoolId: string): Promise<void> {
  const { report } = world;
  const finance = officerOf(world, 'shuxiang').client;
  report.prove(
    'prizes above the limit keep a pool from being submitted',
    await isBreached(world, costPoolId),
  );
  const check = await finance.get<FundRuleCheckView>(`/cost-pools/${costPoolId}/fund-rule-check`);
  for (const { itemId, setId, ruleKey, overAmount } of check.breaches) {
    report.yuan('over the limit', fenOf(overAmount));
    const lifted = await officerOf(world, 'approver').client.decide<FundRuleOverrideView>(
      `/cost-pools/${costPoolId}/fund-rule-overrides`,
      { itemId, setId, ruleKey, reason: '首届书香分享会，成套图书不便拆分，经研究同意' },
    );
    report.figure('let pass', lifted.reason);
  }
}

function isBreached(world: World, costPoolId: string): Promise<boolean> {
  const { client } = officerOf(world, 'shuxiang');
  return isRefused(() => client.decide(`/cost-pools/${costPoolId}/submit`), 'FUND_RULE_BREACHED');
}
