import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { personId, refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, moneyTests, posted, proposedRun } from '../money.fixture.js';
import { ConfirmRun } from './confirm-run.js';
import type { NettingRun } from './netting.model.js';

const open = moneyTests();
const texts = ['money', 'netting'] as const;
const path = '/netting-runs/run/confirm';

const shown = (run: NettingRun, roles: readonly RoleName[], answers = {}) =>
  open(<ConfirmRun run={run} />, { roles, texts, answers });

describe('the confirmation of a run', () => {
  it('is given once by an approver, who is told how many transfers it makes', async () => {
    const answers = { [`POST ${path}`]: proposedRun };
    const { press, asked, reply, acts } = await shown(proposedRun, ['approver'], answers);
    await press('Confirm this run');
    expect(asked()).toBe('Confirm the run and make 2 transfers? This cannot be undone.');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press('Confirm this run');
    await reply('Confirm');
    await waitFor(() => expect(acts()).toEqual([posted(path, 5)]));
  });

  it('takes another person than the one who proposed it', async () => {
    await shown({ ...proposedRun, createdBy: personId }, ['approver', 'finance']);
    expect(screen.getByText(/You proposed this yourself/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirm this run' })).toBeNull();
  });

  it('is waited for by who is no approver, and is no matter once it is withdrawn', async () => {
    const first = await shown(proposedRun, ['finance']);
    expect(screen.getByText(/Waiting for another person/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirm this run' })).toBeNull();
    first.unmount();
    await shown({ ...proposedRun, state: 'withdrawn' }, ['approver']);
    expect(screen.queryByRole('heading', { name: 'Confirm' })).toBeNull();
  });

  it('says why the platform refuses it, and that somebody else was first', async () => {
    const refusals = [refusal(409, 'DEBT_TAKEN'), refusal(412, 'VERSION_STALE')];
    const { press, reply } = await shown(proposedRun, ['approver'], {
      [`POST ${path}`]: () => refusals.shift() ?? {},
    });
    await press('Confirm this run');
    await reply('Confirm');
    expect(await screen.findByText('The run could not be confirmed')).toBeTruthy();
    expect(screen.getByText('DEBT_TAKEN in words')).toBeTruthy();
    await press('Confirm this run');
    await reply('Confirm');
    await changedIsTold();
  });
});
