import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { changedIsTold, mill, moneyTests, otherId, posted } from '../money.fixture.js';
import type { Freeze } from './freeze.model.js';
import { ReleaseForm } from './release-form.js';

const open = moneyTests();
const texts = ['money', 'settling'] as const;
const path = '/party-freezes/freeze/release';

const freeze = {
  id: 'freeze',
  version: 1,
  party: mill,
  reason: 'An audit',
  frozenBy: otherId,
  frozenByName: 'Wang Fang',
  frozenAt: '2026-10-01T08:00:00Z',
  releasedBy: null,
  releasedByName: null,
  releasedAt: null,
  releaseReason: null,
  mayRelease: true,
} satisfies Freeze;

const shown = (answers = {}) =>
  open(<ReleaseForm freeze={freeze} />, { roles: ['approver'], texts, answers });

describe('the release of a frozen party', () => {
  it('has a reason, and is asked about once by the name of the party', async () => {
    const { press, write, asked, reply, acts } = await shown({ [`POST ${path}`]: freeze });
    await press('Unfreeze');
    expect(await screen.findByText('Please give the reason')).toBeTruthy();
    expect(asked()).toBeNull();
    await write('Reason for unfreezing', 'The audit is over');
    await press('Unfreeze');
    expect(asked()).toContain('Unfreeze Mill Union?');
    expect(acts()).toEqual([]);
    await reply('Unfreeze');
    await waitFor(() => expect(acts()).toEqual([posted(path, 1, { reason: 'The audit is over' })]));
  });

  it('shows a refusal at the reason, and that somebody else was first', async () => {
    const refusals = [refusal(422, 'TOO_SHORT', '/reason'), refusal(412, 'VERSION_STALE')];
    const { press, write, reply } = await shown({ [`POST ${path}`]: () => refusals.shift() ?? {} });
    await write('Reason for unfreezing', 'no');
    await press('Unfreeze');
    await reply('Unfreeze');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    await press('Unfreeze');
    await reply('Unfreeze');
    await changedIsTold();
  });
});
