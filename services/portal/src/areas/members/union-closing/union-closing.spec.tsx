import { buttons, commandsOf, press, question } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CloseUnion } from './close-union.js';
import { type UnionClosing, UnionClosingActs } from './union-closing-page.js';

const show = pageTests();
const texts = ['unionClosing', 'partyClosing'] as const;

const closing: UnionClosing = {
  id: 'closing-1',
  version: 3,
  state: 'waiting',
  unionId: 'union-1',
  unionName: 'Harbour union',
  ground: 'employerEnded',
  successorUnionId: 'union-2',
  successorName: 'Bridge union',
  documentNumber: '2026-18',
  documentDate: '2026-11-16',
  registration: 'none',
  reason: 'Bankrupt',
  proposedAt: '2026-11-20T01:00:00Z',
  decidedAt: null,
  refusal: null,
  reopenUntil: null,
  reopenedAt: null,
  reopenReason: null,
  acts: [],
};

const preview = {
  complete: true,
  possible: false,
  services: [
    {
      service: 'membership',
      answered: true,
      findings: [
        { finding: 'members', count: 4, blocks: true },
        { finding: 'offices', count: 2, blocks: false },
        { finding: 'applications', count: 1, blocks: false },
      ],
    },
  ],
};

describe('the form to close a union', () => {
  const form = (uscc: string | null = null) =>
    show(<CloseUnion union={{ id: 'union-1', name: 'Harbour union', uscc }} onClose={() => undefined} />, {
      answers: {
        'GET /unions/union-1/closing': preview,
        'POST /unions/union-1/closings': () => refusal(422, 'UNION_CLOSING_SUCCESSOR', '/successorUnionId'),
      },
      texts: [...texts],
    });

  it('says what there still is, and what becomes of it', async () => {
    await form();
    expect((await screen.findByText(/^Members: 4/)).textContent).toMatch(/to be dealt with first$/);
    expect(screen.getByText(/^Offices: 2/).textContent).toMatch(/end with it$/);
    expect(screen.getByText(/^Applications to join that wait: 1/).textContent).toMatch(
      /passed on to the parent union$/,
    );
  });

  it('sends the ground with its document, and shows a refusal at its field', async () => {
    const { sent, user } = await form();
    await user.selectOptions(screen.getByLabelText('Legal ground'), 'merged');
    await user.type(screen.getByLabelText('Number of the document'), '2026-18');
    await user.type(screen.getByLabelText('Date of the document'), '2026-11-16');
    await user.selectOptions(screen.getByLabelText(/^Registration/), 'none');
    await user.type(screen.getByLabelText(/^Why/), 'Merged');
    await press(user, 'File the closing');
    expect(question()).toMatch(/Harbour union is closed\?/);
    await press(user, 'File the closing');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({
      ground: 'merged',
      documentNumber: '2026-18',
      documentDate: '2026-11-16',
      registration: 'none',
      reason: 'Merged',
    });
    expect(await screen.findByText('UNION_CLOSING_SUCCESSOR in words')).toBeTruthy();
  });

  it('does not offer that a union with a code is not registered', async () => {
    await form('81420107MC1234567X');
    expect(screen.queryByText('Not registered')).toBeNull();
    expect(screen.getByText('Yet to be cancelled')).toBeTruthy();
  });
});

describe('the acts on a filing to close a union', () => {
  const acts = (part: Partial<UnionClosing>) =>
    show(<UnionClosingActs closing={{ ...closing, ...part }} />, {
      answers: {
        'POST /union-closings/closing-1/confirm': closing,
        'POST /union-closings/closing-1/reopen': closing,
      },
      texts: [...texts],
    });

  it('are those that the platform offers, and closing says what follows', async () => {
    const { sent, user } = await acts({ acts: ['confirm', 'refuse'] });
    expect(buttons()).toEqual(['Close it', 'Refuse']);
    await press(user, 'Close it');
    expect(question()).toMatch(/Close Harbour union\? Its offices end at once/);
    await press(user, 'Close it');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"3"' });
  });

  it('open it again with what the error was, as long as there is time', async () => {
    const { sent, user } = await acts({
      state: 'closed',
      decidedAt: '2026-11-20T02:00:00Z',
      reopenUntil: '2027-02-18T02:00:00Z',
      acts: ['reopen'],
    });
    await press(user, 'Open it again');
    expect(await screen.findByText('Please say what the error was')).toBeTruthy();
    await user.type(screen.getByLabelText(/^What the error was/), 'Another union');
    await press(user, 'Open it again');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ reason: 'Another union' });
  });
});
