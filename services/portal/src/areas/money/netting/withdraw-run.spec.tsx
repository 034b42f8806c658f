import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { moneyTests, posted, proposedRun } from '../money.fixture.js';
import type { NettingRun } from './netting.model.js';
import { WithdrawRun } from './withdraw-run.js';

const open = moneyTests();
const texts = ['money', 'netting', 'settling'] as const;
const path = '/netting-runs/run/withdraw';

const shown = (run: NettingRun, roles: readonly RoleName[], answers = {}) =>
  open(<WithdrawRun run={run} />, { roles, texts, answers });

describe('the withdrawal of a proposed run', () => {
  it('has a reason, and is asked about once', async () => {
    const { press, write, asked, reply, acts } = await shown(proposedRun, ['finance'], {
      [`POST ${path}`]: { ...proposedRun, state: 'withdrawn' },
    });
    await write('Reason', 'two unions were forgotten');
    await press('Withdraw this proposal');
    expect(asked()).toContain('The debts stay as they are');
    expect(acts()).toEqual([]);
    await reply('Withdraw');
    await waitFor(() => expect(acts()).toEqual([posted(path, 5, { reason: 'two unions were forgotten' })]));
  });

  it('shows at the reason what the platform has against it', async () => {
    const { press, write, reply } = await shown(proposedRun, ['approver'], {
      [`POST ${path}`]: () => refusal(422, 'TOO_SHORT', '/reason'),
    });
    await write('Reason', 'no');
    await press('Withdraw this proposal');
    await reply('Withdraw');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(screen.queryByText('The proposal could not be withdrawn')).toBeNull();
  });

  it('is not there for who holds neither office, nor once the run is confirmed', async () => {
    const first = await shown(proposedRun, ['officer', 'auditor']);
    expect(screen.queryByText('Withdraw')).toBeNull();
    first.unmount();
    await shown({ ...proposedRun, state: 'confirmed' }, ['finance', 'approver']);
    expect(screen.queryByText('Withdraw')).toBeNull();
  });
});
