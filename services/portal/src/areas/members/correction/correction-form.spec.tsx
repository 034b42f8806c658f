import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CorrectionActs } from './correction-acts.js';
import { type Correction, CorrectionForm } from './correction-form.js';

const show = pageTests();

const correction: Correction = {
  id: 'correction-1',
  version: 3,
  state: 'waiting',
  personId: 'person-1',
  personName: 'Zhang San',
  unionId: 'union-1',
  unionName: 'Harbour union',
  changes: [{ field: 'residentNumber', before: '1101************2X', after: '11010519491231002X' }],
  byPerson: true,
  proposerName: 'Zhang **',
  proposedAt: '2026-11-20T01:00:00Z',
  note: null,
  hasPaper: true,
  deciderName: null,
  decidedAt: null,
  effectiveAt: null,
  reason: null,
  reverses: null,
  waitsForMe: true,
  mayWithdraw: false,
  mayReverse: false,
};

const form = (answers: Answers, memberId?: string) =>
  show(
    <CorrectionForm
      onDone={() => undefined}
      onClose={() => undefined}
      {...(memberId === undefined ? {} : { memberId })}
    />,
    { answers, texts: ['recordCorrection'] },
  );

describe('the form of a correction', () => {
  it('sends only what was filled in, for a member', async () => {
    const { sent, user } = await form({ 'POST /corrections': correction }, 'member-1');
    await press(user, 'Send');
    expect(await screen.findByText('Please fill in at least one')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('The right name'), ' Zhang Er ');
    await press(user, 'Send');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({
      memberId: 'member-1',
      name: 'Zhang Er',
      residentNumber: null,
      phone: null,
      note: null,
      fileKey: null,
    });
  });

  it('asks a person for a picture of their paper', async () => {
    const { sent, user } = await form({});
    await user.type(screen.getByLabelText('The right name'), 'Zhang Er');
    await press(user, 'Send');
    expect(await screen.findByText('Please upload a picture of the paper')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
  });

  it('shows a refusal at the number', async () => {
    const taken = () => refusal(409, 'CORRECTION_NUMBER_TAKEN', '/residentNumber');
    const { user } = await form({ 'POST /corrections': taken }, 'member-1');
    await user.type(screen.getByLabelText('The right ID number'), '11010519491231002X');
    await press(user, 'Send');
    expect(await screen.findByText('CORRECTION_NUMBER_TAKEN in words')).toBeTruthy();
  });
});

describe('the decision on a correction', () => {
  it('takes effect after one question, in the version that was seen', async () => {
    const { sent, user } = await show(<CorrectionActs correction={correction} />, {
      answers: { 'POST /corrections/correction-1/apply': correction },
      texts: ['recordCorrection'],
    });
    await press(user, 'Checked: correct it');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Checked: correct it');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"3"', path: '/corrections/correction-1/apply' });
  });

  it('is refused with a reason only', async () => {
    const { sent, user } = await show(<CorrectionActs correction={correction} />, {
      answers: { 'POST /corrections/correction-1/refuse': correction },
      texts: ['recordCorrection'],
    });
    await press(user, 'Refuse');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await user.type(screen.getByLabelText(/^Why/), 'Not readable');
    await press(user, 'Refuse');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ reason: 'Not readable' });
  });

  it('is not offered to whoever asked for it, who may withdraw it', async () => {
    await show(<CorrectionActs correction={{ ...correction, waitsForMe: false, mayWithdraw: true }} />, {
      texts: ['recordCorrection'],
    });
    expect(screen.queryByRole('button', { name: 'Checked: correct it' })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Withdraw' }).length).toBeGreaterThan(0);
    expect(screen.getByText(/^Another officer has to check this/)).toBeTruthy();
  });
});
