import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { bill, fen, harbour, mill, moneyTests, pool, posted } from '../money.fixture.js';
import { NewRefund } from './new-refund.js';
import type { RefundPreview } from './pool-life.model.js';

const open = moneyTests();
const texts = ['money', 'costPool', 'poolLife'] as const;
const base = '/cost-pools/pool/refunds';
const lines = [{ itemId: 'bill', amount: fen('30050') }];

const preview = {
  costPoolId: 'pool',
  total: fen('30050'),
  lines: [],
  parts: [],
  dues: [{ debtor: harbour, creditor: mill, incomeKind: 'dues', amount: fen('15025') }],
  previewHash: 'hash',
} satisfies RefundPreview;

async function shown(answers = {}) {
  const closed: string[] = [];
  const page = await open(<NewRefund pool={pool} onClose={() => closed.push('closed')} />, {
    roles: ['finance'],
    texts,
    answers: {
      'GET /cost-pools/pool/items?limit=200': { items: [bill], nextCursor: null },
      [`POST ${base}/preview`]: preview,
      ...answers,
    },
  });
  await page.write('Coach (Harbour Union)', '300.50');
  await page.write('Credit note', 'CN-9');
  await page.write('Why money came back', 'It was cancelled');
  return { ...page, closed };
}

describe('a refund that is recorded', () => {
  it('is looked at first, and then proposed as it was seen, after a question with its total', async () => {
    const { press, asked, reply, acts, closed } = await shown({ [`POST ${base}`]: {} });
    expect(screen.queryByRole('button', { name: 'Propose the refund' })).toBeNull();
    await press('Look at the parts');
    expect(await screen.findByText('Harbour Union pays Mill Union ¥150.25')).toBeTruthy();
    await press('Propose the refund');
    expect(asked()).toContain('Propose a refund of ¥300.50?');
    expect(acts()).toHaveLength(1);
    await reply('Propose the refund');
    await waitFor(() => expect(closed).toEqual(['closed']));
    const body = { lines, reason: 'It was cancelled', creditNote: 'CN-9', previewHash: 'hash' };
    expect(acts()).toEqual([
      { ...posted(`${base}/preview`, null, { lines }), key: null },
      posted(base, null, body),
    ]);
  });

  it('cannot be proposed any more once something else is typed than was looked at', async () => {
    const { press, write } = await shown();
    await press('Look at the parts');
    await screen.findByRole('button', { name: 'Propose the refund' });
    await write('Coach (Harbour Union)', '400');
    expect(screen.queryByRole('button', { name: 'Propose the refund' })).toBeNull();
  });

  it('has to be of one bill at least', async () => {
    const { user, press, acts } = await shown();
    await user.clear(screen.getByLabelText('Coach (Harbour Union)'));
    await press('Look at the parts');
    expect(await screen.findByText('Fill in what came back on one bill at least')).toBeTruthy();
    expect(acts()).toEqual([]);
  });

  it('shows at the credit note that it was used before', async () => {
    const { press, reply, closed } = await shown({
      [`POST ${base}`]: () => refusal(409, 'CREDIT_NOTE_USED', '/creditNote'),
    });
    await press('Look at the parts');
    await press('Propose the refund');
    await reply('Propose the refund');
    expect(await screen.findByText('CREDIT_NOTE_USED in words')).toBeTruthy();
    expect(screen.queryByText('Could not be proposed')).toBeNull();
    expect(closed).toEqual([]);
  });
});
