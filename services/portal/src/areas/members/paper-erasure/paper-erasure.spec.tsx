import { buttons, commandsOf, press, question } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { MemberErasure } from './member-erasure.js';
import type { PaperErasure } from './paper-erasure.model.js';
import { OnePaperErasure } from './paper-erasure-page.js';

const show = pageTests();
const texts = ['paperErasure'] as const;

const erasure: PaperErasure = {
  id: 'erasure-1',
  version: 2,
  state: 'filed',
  personId: 'person-1',
  memberId: 'member-1',
  personName: 'Z*',
  unionId: 'union-1',
  unionName: 'Harbour union',
  paperKind: 'heirs',
  paperDate: '2026-11-20',
  note: 'In the archive',
  filedBy: 'L*',
  filedById: 'person-2',
  filedAt: '2026-11-21T01:00:00Z',
  decidedBy: null,
  decidedById: null,
  decidedAt: null,
  refusal: null,
  effectiveAt: '2026-12-21T01:00:00Z',
  endedAt: null,
  obstacles: [],
  acts: [],
};

describe('an erasure asked for on paper', () => {
  it('is filed on the page of the member', async () => {
    const { sent, user } = await show(<MemberErasure memberId="member-1" />, {
      answers: { 'POST /paper-erasures': erasure },
      texts,
    });
    await user.click(screen.getByText('File a request on paper to erase their data'));
    await press(user, 'File the request');
    expect(await screen.findByText('Please give the date on the paper')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Asked for by'), 'heirs');
    fireEvent.change(screen.getByLabelText('Date of the paper'), { target: { value: '2026-11-20' } });
    await press(user, 'File the request');
    expect((await screen.findByRole('link', { name: 'See the request' })).getAttribute('href')).toBe(
      '/paper-erasures/erasure-1',
    );
    expect(commandsOf(sent)[0]).toMatchObject({
      body: { memberId: 'member-1', paperKind: 'heirs', paperDate: '2026-11-20', note: null },
    });
  });

  it('offers nothing to whoever may only read it', async () => {
    await show(<OnePaperErasure erasure={erasure} />, { texts });
    expect(screen.getByText('In the archive')).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('is confirmed after one question, with the version that was seen', async () => {
    const { sent, user } = await show(
      <OnePaperErasure erasure={{ ...erasure, acts: ['confirm', 'refuse', 'withdraw'] }} />,
      { answers: { 'POST /paper-erasures/erasure-1/confirm': erasure }, texts },
    );
    await press(user, 'Checked: confirm it');
    expect(question()).toMatch(/of Z\* are erased in every system/);
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Checked: confirm it');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"2"' });
  });

  it('is refused with a reason, and says why it was not', async () => {
    const { sent, user } = await show(
      <OnePaperErasure erasure={{ ...erasure, acts: ['confirm', 'refuse', 'withdraw'] }} />,
      {
        answers: { 'POST /paper-erasures/erasure-1/refuse': () => refusal(409, 'ILLEGAL_TRANSITION') },
        texts,
      },
    );
    await press(user, 'Refuse');
    await press(user, 'Refuse');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await user.type(screen.getByLabelText(/^Why is it refused/), 'No proof');
    await press(user, 'Refuse');
    expect(await screen.findByText(/ILLEGAL_TRANSITION in words/)).toBeTruthy();
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"2"', body: { reason: 'No proof' } });
  });

  it('says in general words what is in the way', async () => {
    await show(<OnePaperErasure erasure={{ ...erasure, obstacles: ['loan', 'balance'] }} />, { texts });
    expect(screen.getByText('Something must end first; please come back and confirm it then:')).toBeTruthy();
    expect(screen.getByText('Things that they borrowed are not returned')).toBeTruthy();
    expect(screen.getByText('Their accounts are not balanced')).toBeTruthy();
  });
});
