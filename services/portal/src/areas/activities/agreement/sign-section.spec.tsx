import {
  buttons,
  changedWords,
  commandsOf,
  hoursFromNow,
  press,
  question,
  withNotice,
} from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { meWith } from '../activities.fixture.js';
import { SignSection } from './sign-section.js';
import type { Agreement } from './use-agreements.js';

const show = pageTests();
const mill = { kind: 'union', id: 'union-mill', name: 'Mill union' } as const;
const harbour = { kind: 'union', id: 'union-harbour', name: 'Harbour union' } as const;
const post = 'POST /agreements/agreement-1/sign';
const hash = 'a'.repeat(64);

const agreement: Agreement = {
  id: 'agreement-1',
  version: 1,
  activityId: 'activity-1',
  versionNumber: 2,
  state: 'open',
  overdue: false,
  hash,
  terms: {
    hosts: [mill, harbour].map(({ kind, id }) => ({ kind, id })),
    parties: [mill, harbour].map(({ kind, id }) => ({ kind, id })),
    tasks: [],
    rule: { kind: 'equal' },
    fundCategory: 'dues',
    expenseCode: '1',
    caps: {},
    floors: {},
    approval: { silence: 'agrees', days: 7 },
  },
  problems: [],
  signatures: [],
  proposedBy: 'person-1',
  proposedFor: mill,
  proposedAt: hoursFromNow(-1),
  inForceAt: null,
};

function signature(party: typeof mill | typeof harbour, maySign: boolean): Agreement['signatures'][number] {
  return { party, signedBy: null, signerName: null, signedAt: null, maySign };
}

function section(signatures: Agreement['signatures'], answers: Answers = {}) {
  return show(withNotice(<SignSection agreement={{ ...agreement, signatures }} />), {
    answers: { 'GET /me': meWith('finance'), ...answers },
    texts: ['agreement'],
  });
}

describe('the signature under an agreement', () => {
  it('is offered to nobody who may not sign', async () => {
    await section([signature(mill, false), signature(harbour, false)]);
    expect(buttons()).toEqual([]);
  });

  it('says for whom, what it means and which text, and signs that text once', async () => {
    const { sent, user } = await section([signature(mill, true), signature(harbour, false)], { [post]: {} });
    await press(user, 'Sign for Mill union');
    expect(question()).toContain('Sign this version for Mill union?');
    expect(question()).toContain('It binds your side and cannot be taken back');
    expect(question()).toContain(hash);
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Sign for Mill union');
    await press(user, 'Sign');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: '/agreements/agreement-1/sign',
        key: expect.any(String),
        version: null,
        body: { hash, party: { kind: 'union', id: 'union-mill' } },
      },
    ]);
  });

  it('begins with the own side where one may sign for several, and signs for the one that is chosen', async () => {
    const both = [signature(harbour, true), signature(mill, true)];
    const { sent, user } = await section(both, { [post]: {} });
    expect(await screen.findByRole('button', { name: 'Sign for Mill union' })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Sign for'), 'Harbour union');
    await press(user, 'Sign for Harbour union');
    await press(user, 'Sign');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toMatchObject({ party: { id: 'union-harbour' } });
  });

  it('is not given where the text is another by now, and the person reads why', async () => {
    const refusals = [refusal(409, 'AGREEMENT_SUPERSEDED'), refusal(412, 'VERSION_STALE')];
    const { user } = await section([signature(mill, true)], { [post]: () => refusals.shift() ?? {} });
    await press(user, 'Sign for Mill union');
    await press(user, 'Sign');
    expect(await screen.findByText('Could not be signed')).toBeTruthy();
    expect(screen.getByText('AGREEMENT_SUPERSEDED in words')).toBeTruthy();
    await press(user, 'Sign for Mill union');
    await press(user, 'Sign');
    expect(await screen.findByText(changedWords)).toBeTruthy();
  });
});
