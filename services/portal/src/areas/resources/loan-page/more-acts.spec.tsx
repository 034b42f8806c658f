import { buttons, hoursFromNow, press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { loan } from '../resources.fixture.js';
import type { Loan, Sides } from '../loan/loan.js';
import { type MoreAct, MoreActForm, MoreActs, moreActsOf } from './more-acts.js';

const show = pageTests();
const owner: Sides = { isOwner: true, isBorrower: false };
const borrower: Sides = { isOwner: false, isBorrower: true };
const both: Sides = { isOwner: true, isBorrower: true };
const nobody: Sides = { isOwner: false, isBorrower: false };
const approved: Loan = { ...loan, state: 'approved' };
const out: Loan = { ...loan, state: 'handedOver', handedOverAt: hoursFromNow(-1) };

describe('what is behind the menu of a loan', () => {
  it.each<[string, Loan, Sides, MoreAct[]]>([
    ['of a request, for its borrower', loan, borrower, ['move', 'cancel']],
    ['of a request, for the owner', loan, owner, ['move']],
    ['of an approved loan, for the owner', approved, owner, ['extend', 'move', 'cancel']],
    ['of an approved loan, for who asks for an extension', approved, borrower, ['move', 'cancel']],
    ['of what is out, for the owner', out, owner, ['extend']],
    ['of what is out, for the borrower', out, borrower, []],
    ['of a loan within one union', approved, both, ['extend', 'move', 'cancel']],
    ['for anybody else', approved, nobody, []],
  ])('%s', (_of, given, sides, expected) => {
    expect(moreActsOf(given, sides, Date.now())).toEqual(expected);
  });

  it('opens the form of the one that is chosen', async () => {
    const chosen: MoreAct[] = [];
    const { user } = await show(
      <MoreActs acts={['extend', 'move', 'cancel']} onOpen={(act) => chosen.push(act)} />,
      { texts: ['loans'] },
    );
    expect(buttons()).toEqual(['Extend', 'Move to another time', 'Cancel the loan']);
    await press(user, 'Move to another time');
    expect(chosen).toEqual(['move']);
  });

  it('brings the form into sight', async () => {
    await show(<MoreActForm loan={approved} act="move" needsReason={false} onClose={() => undefined} />, {
      texts: ['loans', 'lending'],
    });
    expect(await screen.findByLabelText('New start')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Move to another time' }));
  });
});
