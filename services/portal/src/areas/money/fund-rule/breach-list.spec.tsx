import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { ReturnPool } from '../cost-pool/return-pool.js';
import { changedIsTold, fen, moneyTests, pool, posted } from '../money.fixture.js';
import { BreachList } from './breach-list.js';
import type { Breach } from './fund-rule.model.js';

const open = moneyTests();
const texts = ['money', 'costPool', 'fundRule'] as const;
const path = '/cost-pools/pool/fund-rule-overrides';

const breach = {
  setId: 'set',
  setName: 'Rules 2026',
  unionName: 'Harbour Union',
  ruleKey: 'souvenirs',
  kind: 'souvenirAmount',
  source: { title: 'Rules of spending', isVerified: true },
  itemId: 'bill',
  itemTitle: 'Cups',
  measure: 'money',
  allowed: '40000',
  actual: '60000',
  overAmount: fen('20000'),
  overrideId: null,
  mayLift: true,
} satisfies Breach;

async function shown(breaches: readonly Breach[], answers = {}) {
  const lifted: string[] = [];
  const part = <BreachList pool={pool} breaches={breaches} onLifted={(item) => lifted.push(item)} />;
  return { ...(await open(part, { roles: ['approver'], texts, answers })), lifted };
}

describe('bills that break a rule', () => {
  it('stand with what is allowed, what was spent and what is over; who may not let them pass has no button', async () => {
    await shown([{ ...breach, mayLift: false }]);
    expect(screen.getByText('¥400.00')).toBeTruthy();
    expect(screen.getByText('¥600.00')).toBeTruthy();
    expect(screen.getByText('¥200.00')).toBeTruthy();
    expect(screen.getByText('In the way')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('pass one by one, for a reason that has to be given', async () => {
    const { press, write, acts, lifted } = await shown([breach], { [`POST ${path}`]: {} });
    await press('Let “Cups” pass');
    expect(screen.getByRole('heading', { name: 'Let “Cups” pass: Souvenirs a head' })).toBeTruthy();
    await press('Let pass for this reason');
    expect(await screen.findByText('Please give the reason')).toBeTruthy();
    expect(acts()).toEqual([]);
    await write('Reason', 'Cups for a jubilee');
    await press('Let pass for this reason');
    await screen.findByRole('button', { name: 'Let “Cups” pass' });
    const body = { itemId: 'bill', setId: 'set', ruleKey: 'souvenirs', reason: 'Cups for a jubilee' };
    expect(acts()).toEqual([posted(path, pool.version, body)]);
    expect(lifted).toEqual(['Cups']);
    expect(screen.queryByLabelText('Reason')).toBeNull();
  });

  it('stay in the way where the platform refuses, and the reason stays', async () => {
    const refusals = [refusal(422, 'TOO_SHORT', '/reason'), refusal(412, 'VERSION_STALE')];
    const { press, write, lifted } = await shown([breach], {
      [`POST ${path}`]: () => refusals.shift() ?? {},
    });
    await press('Let “Cups” pass');
    await write('Reason', 'no');
    await press('Let pass for this reason');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    await write('Reason', 'Cups for a jubilee');
    await press('Let pass for this reason');
    await changedIsTold();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Cups for a jubilee');
    expect(lifted).toEqual([]);
  });

  it('have their reason for themselves, also where the pool is returned with one on the same page', async () => {
    const page = (
      <>
        <ReturnPool pool={pool} />
        <BreachList pool={pool} breaches={[breach]} onLifted={() => undefined} />
      </>
    );
    const { press, write } = await open(page, { roles: ['approver'], texts });
    await press('Let “Cups” pass');
    await write('Reason', 'Cups for a jubilee');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason for return').value).toBe('');
  });

  it('are let pass once: the others keep their button', async () => {
    const other = { ...breach, itemId: 'other', itemTitle: 'Shirts', overrideId: 'override' };
    await shown([breach, other]);
    expect(screen.getByText('Let pass', { selector: 'td' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Let “Shirts” pass' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Let “Cups” pass' })).toBeTruthy();
  });
});
