import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { refusal } from '../../../app/page.fixture.js';
import { harbour, mill, moneyTests, posted, union } from '../money.fixture.js';
import { billOf, previewOf } from './bill-form.js';
import { ShareBillForm } from './share-bill-form.js';

const open = moneyTests();
const texts = ['money', 'costPool'] as const;
const path = '/shared-bills';
const mills = { items: [{ ...union, id: mill.id, name: mill.name }], nextCursor: null };

const shown = (answers = {}) =>
  open(
    <Routes>
      <Route path="/" element={<ShareBillForm onClose={() => undefined} />} />
      <Route path="/cost-pools/pool" element={<h1>The pool</h1>} />
    </Routes>,
    { roles: ['finance'], texts, answers: { 'GET /unions?q=mill&limit=10': mills, ...answers } },
  );

type Shown = Awaited<ReturnType<typeof shown>>;

async function withMill({ user, write }: Shown): Promise<void> {
  await write('Shared by', 'mill');
  await user.click(await screen.findByRole('button', { name: 'Mill Union' }));
}

const body = {
  title: 'Coach',
  amount: { amount: '120000', currency: 'CNY' },
  payer: { kind: 'union', id: harbour.id },
  parties: [{ party: { kind: 'union', id: harbour.id } }, { party: { kind: 'union', id: mill.id } }],
  incomeKind: 'dues',
  expenseCode: '1.5',
};

describe('a bill that is shared', () => {
  it('takes three fields, shows what each bears as it is typed, and leads to its pool', async () => {
    const page = await shown({ [`POST ${path}`]: { id: 'pool' } });
    await screen.findByText('Harbour Union', { selector: '.picked span' });
    await page.write('Amount in yuan', '1200');
    await withMill(page);
    const preview = await screen.findByLabelText('Each party’s share');
    expect(within(preview).getAllByText('¥600.00')).toHaveLength(2);
    await page.write('Purpose', ' Coach ');
    await page.press('Submit for approval');
    expect(await screen.findByText('The pool')).toBeTruthy();
    expect(page.acts()).toEqual([posted(path, null, body)]);
  });

  it('is not sent without an amount, a second party and a purpose', async () => {
    const { press, acts } = await shown();
    await press('Submit for approval');
    expect(await screen.findByText('Please choose at least two')).toBeTruthy();
    expect(screen.getByText('Please enter the purpose')).toBeTruthy();
    expect(acts()).toEqual([]);
  });

  it('is split by parts where the reader says so', async () => {
    const page = await shown({ [`POST ${path}`]: { id: 'pool' } });
    await screen.findByText('Harbour Union', { selector: '.picked span' });
    await page.write('Amount in yuan', '90');
    await withMill(page);
    await page.write('Purpose', 'Coach');
    await page.user.click(screen.getByText(/^More: payer/));
    await page.user.selectOptions(screen.getByLabelText('Split'), 'By parts');
    await page.write('Parts of Mill Union', '2');
    const preview = await screen.findByLabelText('Each party’s share');
    // 90.00 by 1 : 2
    expect(await within(preview).findByText('¥30.00')).toBeTruthy();
    expect(within(preview).getByText('¥60.00')).toBeTruthy();
    await page.press('Submit for approval');
    await waitFor(() => expect(page.acts()).toHaveLength(1));
    expect(page.acts()[0]?.body).toMatchObject({
      parties: [{ party: { id: harbour.id } }, { party: { id: mill.id }, weight: 2 }],
    });
  });

  it('shows at its field what the platform has against it, and keeps what was typed', async () => {
    const page = await shown({ [`POST ${path}`]: () => refusal(422, 'SPENT_IN_FUTURE', '/spentOn') });
    await screen.findByText('Harbour Union', { selector: '.picked span' });
    await page.write('Amount in yuan', '1200');
    await withMill(page);
    await page.write('Purpose', 'Coach');
    await page.press('Submit for approval');
    expect(await screen.findByText('SPENT_IN_FUTURE in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Purpose').value).toBe('Coach');
  });
});

describe('the preview of a shared bill', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ kind: 'union' as const, id, name: id }));
  const amounts = (form: Parameters<typeof previewOf>[0]): string[] =>
    previewOf(form).shares.map(({ amount }) => amount.amount);

  it.each([
    // 100.00 / 3 = 33.33 and one fen left
    [{ amount: '100', parties: three }, ['3334', '3333', '3333'], true],
    // 1200.00 / 3
    [{ amount: '1200', parties: three }, ['40000', '40000', '40000'], false],
    // 90.00 by 1 : 2 : 3
    [
      { amount: '90', parties: three, how: 'shares' as const, weights: { 'union:b': '2', 'union:c': '3' } },
      ['1500', '3000', '4500'],
      false,
    ],
    [{ amount: 'abc', parties: three }, [], false],
    [{ amount: '90', parties: three.slice(0, 1) }, [], false],
    [{ amount: '90', parties: three, how: 'shares' as const, weights: { 'union:b': '0' } }, [], false],
  ])('of %j is %j', (form, expected, hasOddFen) => {
    expect(amounts(form)).toEqual(expected);
    expect(previewOf(form).hasOddFen).toBe(hasOddFen);
  });

  it('needs who has paid before it is a request', () => {
    expect(billOf({ amount: '90', title: 'x', parties: three })).toBeNull();
  });
});
