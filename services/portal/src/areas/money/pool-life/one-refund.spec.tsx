import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { personId, refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, fen, moneyTests, otherId, posted } from '../money.fixture.js';
import { OneRefund } from './one-refund.js';
import type { Refund } from './pool-life.model.js';

const open = moneyTests();
const texts = ['money', 'costPool', 'poolLife'] as const;
const base = '/cost-pools/pool/refunds/refund';

const proposed = {
  id: 'refund',
  version: 3,
  costPoolId: 'pool',
  state: 'proposed',
  total: fen('30050'),
  reason: 'The coach was cancelled',
  creditNote: 'CN-9',
  lines: [],
  parts: [],
  proposedBy: otherId,
  proposedByName: 'Wang Fang',
  proposedAt: '2026-10-01T08:00:00Z',
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  decisionReason: null,
  entryId: null,
} satisfies Refund;

const shown = (refund: Refund, roles: readonly RoleName[], answers = {}) =>
  open(<OneRefund refund={refund} />, { roles, texts, answers });

describe('a refund', () => {
  it('is approved once by an approver, who is asked about its amount', async () => {
    const { press, asked, reply, acts } = await shown(proposed, ['approver'], {
      [`POST ${base}/approve`]: proposed,
    });
    expect(screen.getByText('The coach was cancelled (credit note CN-9)')).toBeTruthy();
    await press('Approve and post');
    expect(asked()).toContain('Approve the refund of ¥300.50?');
    expect(acts()).toEqual([]);
    await reply('Approve');
    await waitFor(() => expect(acts()).toEqual([posted(`${base}/approve`, 3)]));
  });

  it('is neither approved nor returned by who proposed it, who may withdraw it', async () => {
    const own = { ...proposed, proposedBy: personId };
    const { press, asked, reply, acts } = await shown(own, ['finance', 'approver'], {
      [`POST ${base}/withdraw`]: own,
    });
    expect(screen.getByText(/Another person has to approve it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve and post' })).toBeNull();
    expect(screen.queryByLabelText('Why the refund is returned')).toBeNull();
    await press('Withdraw');
    expect(asked()).toContain('Withdraw this refund?');
    await reply('Withdraw');
    await waitFor(() => expect(acts()).toEqual([posted(`${base}/withdraw`, 3)]));
  });

  it('is returned with a reason, and shows there what the platform has against it', async () => {
    const { press, write, acts } = await shown(proposed, ['approver'], {
      [`POST ${base}/return`]: () => refusal(422, 'TOO_SHORT', '/reason'),
    });
    await write('Why the refund is returned', 'no');
    await press('Return');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(acts()).toEqual([posted(`${base}/return`, 3, { reason: 'no' })]);
  });

  it('is taken back once it is posted, with a reason and after a question', async () => {
    const posting = { ...proposed, state: 'posted' } satisfies Refund;
    const { press, write, asked, reply, acts } = await shown(posting, ['approver'], {
      [`POST ${base}/reverse`]: posting,
    });
    await write('Why the refund is taken back', 'The coach came after all');
    await press('Take this refund back');
    expect(asked()).toContain('Its exact negation is posted');
    await reply('Take this refund back');
    await waitFor(() =>
      expect(acts()).toEqual([posted(`${base}/reverse`, 3, { reason: 'The coach came after all' })]),
    );
  });

  it('offers nothing to who holds neither office, and tells an approver that somebody was first', async () => {
    const first = await shown(proposed, ['officer']);
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    const { press, reply } = await shown(proposed, ['approver'], {
      [`POST ${base}/approve`]: () => refusal(412, 'VERSION_STALE'),
    });
    await press('Approve and post');
    await reply('Approve');
    await changedIsTold();
  });
});
