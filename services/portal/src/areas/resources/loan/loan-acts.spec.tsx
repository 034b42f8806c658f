import {
  buttons,
  changedWords,
  commandsOf,
  hoursFromNow,
  press,
  question,
  withNotice,
} from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { loan } from '../resources.fixture.js';
import type { Act, Loan, Sides } from './loan.js';
import { LoanActs } from './loan-acts.js';

const show = pageTests();
const owner: Sides = { isOwner: true, isBorrower: false };
const borrower: Sides = { isOwner: false, isBorrower: true };
const approve = 'POST /loans/loan-1/approve';
const handOver = 'POST /loans/loan-1/hand-over';
const approved: Loan = { ...loan, state: 'approved' };
const out: Loan = { ...loan, state: 'handedOver', handedOverAt: hoursFromNow(-1) };

function acts(given: Loan, sides: Sides, answers = {}, without: readonly Act[] = []) {
  const part = withNotice(<LoanActs loan={given} sides={sides} without={without} />);
  return show(part, { answers, texts: ['loans'] });
}

describe('what can be done with a loan', () => {
  it.each<[string, Loan, Sides, string[]]>([
    ['the owner of a request approves or refuses', loan, owner, ['Approve', 'Refuse']],
    ['the borrower of a request may only cancel it', loan, borrower, ['Cancel the loan']],
    ['the owner of an approved loan hands over', approved, owner, ['Hand over', 'Extend', 'Cancel the loan']],
    ['the borrower of an approved loan does not', approved, borrower, ['Extend', 'Cancel the loan']],
    ['the owner takes back what is out', out, owner, ['Take back', 'Extend']],
    ['nobody else does anything', approved, { isOwner: false, isBorrower: false }, []],
  ])('%s', async (_sentence, given, sides, names) => {
    await acts(given, sides);
    expect(buttons()).toEqual(names);
  });

  it('names resource and borrower, asks once, and approves the version that was seen', async () => {
    const { sent, user } = await acts(loan, owner, { [approve]: {} });
    await press(user, 'Approve');
    expect(question()).toMatch(/^Approve that Mill union borrows “Projector”, .*\d:\d\d.*\?$/);
    await press(user, 'Not now');
    expect(sent).toEqual([]);
    await press(user, 'Approve');
    await press(user, 'Approve');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/loans/loan-1/approve',
        key: expect.any(String),
        version: '"4"',
        body: null,
      },
    ]);
    expect(question()).toBeNull();
  });

  it('says that somebody else has changed it, and approves nothing', async () => {
    const { user } = await acts(loan, owner, { [approve]: () => refusal(412, 'VERSION_STALE') });
    await press(user, 'Approve');
    await press(user, 'Approve');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
    expect(buttons()).toContain('Approve');
  });

  it('says why an early handover is refused, and when to hand over instead', async () => {
    const { user } = await acts(approved, owner, { [handOver]: () => refusal(409, 'SLOT_TAKEN') });
    await press(user, 'Hand over');
    expect(question()).toBe(
      'Is “Projector” handed over to Mill union? Handed over early, it is taken from now on.',
    );
    await press(user, 'Hand over');
    expect(await screen.findByText('SLOT_TAKEN in words')).toBeTruthy();
    expect(screen.getByText(/please hand it over at the agreed time/)).toBeTruthy();
  });

  it('asks for the pieces of a counted loan, and hands over those that are typed', async () => {
    const left = [refusal(422, 'PIECES_REQUIRED'), {}];
    const { sent, user } = await acts(approved, owner, { [handOver]: () => left.shift() ?? {} });
    await press(user, 'Hand over');
    await press(user, 'Hand over');
    await user.type(await screen.findByLabelText('Codes on the labels'), 'K7WD-M3PX{enter} A1B2-C3D4 ');
    await press(user, 'Hand over');
    await waitFor(() => expect(commandsOf(sent).length).toBe(2));
    const posts = commandsOf(sent);
    expect(posts.map(({ body }) => body)).toEqual([{}, { pieces: ['K7WD-M3PX', 'A1B2-C3D4'] }]);
    expect(posts.map(({ version }) => version)).toEqual(['"4"', '"4"']);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(2);
  });

  it('opens the form of an act that has a reason, and leaves out what the page offers elsewhere', async () => {
    const { user } = await acts(approved, owner, {}, ['handOver']);
    expect(buttons()).toEqual(['Extend', 'Cancel the loan']);
    await press(user, 'Cancel the loan');
    expect(await screen.findByLabelText('Why you cancel')).toBeTruthy();
    await press(user, 'Not now');
    expect(buttons()).toEqual(['Extend', 'Cancel the loan']);
  });
});
