import { buttons, changedWords, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Loan } from '../loan/loan.js';
import { extension, loan } from '../resources.fixture.js';
import { ExtensionSection } from './extension-section.js';
import type { Extension } from './handover.js';

const show = pageTests();
const path = '/loans/loan-1/extension-requests/extension-1';
const running: Loan = { ...loan, state: 'handedOver' };

interface Given {
  readonly of?: Loan;
  readonly extensions?: readonly Extension[];
  readonly mayDecide?: boolean;
  readonly isBorrower?: boolean;
  readonly answers?: Answers;
}

function section({ of = running, extensions = [extension], answers = {}, ...may }: Given) {
  const { mayDecide = false, isBorrower = false } = may;
  const part = (
    <ExtensionSection loan={of} extensions={extensions} mayDecide={mayDecide} isBorrower={isBorrower} />
  );
  return show(withNotice(part), { answers, texts: ['handovers'] });
}

describe('an extension that is asked for', () => {
  it('shows until when and by when it is decided, and gives each side its own acts', async () => {
    const { unmount } = await section({});
    expect(screen.getByText(/^Until .*18:00/)).toBeTruthy();
    expect(
      screen.getByText(/^The owner decides by .*09:00 at the latest; the time is held for you.$/),
    ).toBeTruthy();
    expect(buttons()).toEqual([]);
    unmount();
    const owner = await section({ mayDecide: true });
    expect(buttons()).toEqual(['Approve the extension', 'Refuse it']);
    owner.unmount();
    await section({ isBorrower: true, of: { ...running, heldUntil: extension.endsAt } });
    expect(buttons()).toEqual(['Withdraw']);
  });

  it('is approved once the new end was asked about', async () => {
    const { sent, user } = await section({ mayDecide: true, answers: { [`POST ${path}/approve`]: {} } });
    await press(user, 'Approve the extension');
    expect(question()).toMatch(/^Extend it until .*18:00\?$/);
    expect(sent).toEqual([]);
    await press(user, 'Approve the extension');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      { method: 'POST', path: `${path}/approve`, key: expect.any(String), version: '"5"', body: null },
    ]);
  });

  it('is refused for a reason alone', async () => {
    const { sent, user } = await section({ mayDecide: true, answers: { [`POST ${path}/refuse`]: {} } });
    await press(user, 'Refuse it');
    await press(user, 'Refuse it');
    expect(screen.getByText('Please give a reason')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Why you refuse it'), 'Others wait');
    await press(user, 'Refuse it');
    await waitFor(() => expect(buttons()).toEqual(['Approve the extension', 'Refuse it']));
    expect(sent[0]).toMatchObject({
      path: `${path}/refuse`,
      version: '"5"',
      body: { reason: 'Others wait' },
    });
  });

  it('stays where the borrower has withdrawn it meanwhile, and says so', async () => {
    const answers = { [`POST ${path}/approve`]: () => refusal(412, 'VERSION_STALE') };
    const { user } = await section({ mayDecide: true, answers });
    await press(user, 'Approve the extension');
    await press(user, 'Approve the extension');
    expect(await screen.findByText(changedWords)).toBeTruthy();
  });

  it('is asked for by the borrower of a running loan, and a refusal stands at the time', async () => {
    const of = { ...running, endsAt: '2099-03-02T18:00:00+08:00' };
    const refused = [refusal(409, 'SLOT_TAKEN', '/endsAt'), {}];
    const answers = { 'POST /loans/loan-1/extension-requests': () => refused.shift() ?? {} };
    const { sent, user } = await section({ of, extensions: [], isBorrower: true, answers });
    await press(user, 'Ask for an extension');
    await user.type(await screen.findByLabelText('Why (optional)'), 'The film is long');
    await press(user, 'Ask for it');
    expect(await screen.findByText('SLOT_TAKEN in words')).toBeTruthy();
    expect(screen.queryByText('Not asked for')).toBeNull();
    await press(user, 'Ask for it');
    await waitFor(() => expect(buttons()).toEqual(['Ask for an extension']));
    expect(sent.map(({ body }) => (body as { reason: string }).reason)).toEqual([
      'The film is long',
      'The film is long',
    ]);
  });
});
