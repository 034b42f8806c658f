import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, moneyTests, posted, programme } from '../money.fixture.js';
import { ProgrammeActs } from './programme-acts.js';
import type { Programme } from './subsidy.model.js';

const open = moneyTests();
const texts = ['money', 'subsidy'] as const;
const base = '/subsidy-programmes/programme';

const shown = (of: Programme, roles: readonly RoleName[], answers = {}) =>
  open(<ProgrammeActs programme={of} />, { roles, texts, answers });

describe('the next step of a programme', () => {
  it('an approver approves all decisions at once, after a question; who decided sees no such button', async () => {
    const path = `${base}/approve`;
    const first = await shown(programme, ['officer', 'finance']);
    expect(screen.queryByRole('button', { name: 'Approve the decisions' })).toBeNull();
    first.unmount();
    const { press, asked, reply, acts } = await shown(programme, ['approver'], {
      [`POST ${path}`]: programme,
    });
    await press('Approve the decisions');
    expect(asked()).toContain('The public notice begins, or the money is given at once');
    expect(acts()).toEqual([]);
    await reply('Approve the decisions');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2)]));
  });

  it('says why the decisions were not approved, and that somebody else has changed one', async () => {
    const refusals = [refusal(409, 'UNDECIDED'), refusal(412, 'VERSION_STALE')];
    const { press, reply } = await shown(programme, ['approver'], {
      [`POST ${base}/approve`]: () => refusals.shift() ?? {},
    });
    await press('Approve the decisions');
    await reply('Approve the decisions');
    expect(await screen.findByText('UNDECIDED in words')).toBeTruthy();
    await press('Approve the decisions');
    await reply('Approve the decisions');
    await changedIsTold();
  });

  it('an officer publishes a draft, after being told that nothing of it changes then', async () => {
    const path = `${base}/open`;
    const draft = { ...programme, state: 'draft' } satisfies Programme;
    const { press, asked, reply, acts } = await shown(draft, ['officer'], { [`POST ${path}`]: draft });
    await press('Publish the programme');
    expect(asked()).toContain('Nothing of it can be changed then');
    await reply('Publish the programme');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2)]));
  });

  it('finance cancels it with a reason, after a question, and no longer once it is cancelled', async () => {
    const path = `${base}/cancel`;
    const page = await shown(programme, ['finance'], { [`POST ${path}`]: programme });
    await page.write('Why it is cancelled', 'The budget was cut');
    await page.press('Cancel the programme');
    expect(page.asked()).toContain('This cannot be undone');
    await page.reply('Cancel the programme');
    await waitFor(() => expect(page.acts()).toEqual([posted(path, 2, { reason: 'The budget was cut' })]));
    page.unmount();
    await shown({ ...programme, state: 'cancelled' }, ['finance', 'approver']);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
