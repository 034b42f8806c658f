import { buttons, commandsOf, press, question } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { MemberMerge, MergePerson } from './merge.model.js';
import { OneMerge } from './merge-page.js';
import { MergeReferences } from './merge-references.js';

const show = pageTests();

const person: MergePerson = {
  personId: 'person-1',
  name: 'Zhang San',
  residentNumber: '4201************12',
  phone: '138****0001',
  signsIn: true,
  unionId: 'union-1',
  unionName: 'Harbour union',
  state: 'active',
  validFrom: '2020-01-01',
  offices: 0,
  createdAt: '2026-01-20T01:00:00Z',
};

const merge: MemberMerge = {
  id: 'merge-1',
  version: 3,
  state: 'proposed',
  unionId: 'union-1',
  unionName: 'Harbour union',
  survivor: person,
  merged: { ...person, personId: 'person-2', phone: '139****0002' },
  name: 'survivor',
  residentNumber: 'survivor',
  phone: 'merged',
  reason: 'Seen in person',
  proposedBy: 'L*',
  proposedAt: '2026-11-20T01:00:00Z',
  decidedBy: null,
  decidedAt: null,
  answer: null,
  undoUntil: null,
  preview: [],
  progress: [],
  waitsForMe: false,
  mayWithdraw: false,
  mayUndo: false,
};
const texts = ['memberMerge'] as const;

describe('a merge of two records', () => {
  it('offers nothing to whoever may only read it', async () => {
    await show(<OneMerge merge={merge} />, { texts });
    expect(screen.getByText(/Reason: Seen in person/)).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('is approved after one question, with the version that was seen', async () => {
    const { sent, user } = await show(<OneMerge merge={{ ...merge, waitsForMe: true }} />, {
      answers: { 'POST /member-merges/merge-1/approve': merge },
      texts,
    });
    await press(user, 'Approve the merge');
    expect(question()).toMatch(/“Zhang San”.*can be undone within 30 days/);
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Approve the merge');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"3"' });
  });

  it.each([
    ['refuse', 'Refuse: two people', /^Why is it refused/, { waitsForMe: true }],
    ['undo', 'Undo the merge', /^Why is it undone/, { state: 'applied', mayUndo: true }],
  ] as const)('needs a reason to %s', async (act, name, label, changes) => {
    const { sent, user } = await show(<OneMerge merge={{ ...merge, ...changes }} />, {
      answers: { [`POST /member-merges/merge-1/${act}`]: merge },
      texts,
    });
    await press(user, name);
    await press(user, name);
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await user.type(screen.getByLabelText(label), 'Two people');
    await press(user, name);
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"3"', body: { reason: 'Two people' } });
  });

  it('says why it was not done', async () => {
    const { user } = await show(<OneMerge merge={{ ...merge, mayWithdraw: true }} />, {
      answers: { 'POST /member-merges/merge-1/withdraw': () => refusal(409, 'MERGE_STATE') },
      texts,
    });
    await press(user, 'Withdraw');
    expect(await screen.findByText(/MERGE_STATE in words/)).toBeTruthy();
  });

  it('shows how far each service is', async () => {
    const progress = [
      { service: 'sharing', doneAt: null },
      { service: 'settlement', doneAt: '2026-11-20T01:00:00Z' },
    ] as MemberMerge['progress'];
    await show(<OneMerge merge={{ ...merge, state: 'applying', progress }} />, { texts });
    expect(screen.getByText(/^Activities and resources: under way$/)).toBeTruthy();
    expect(screen.getByText(/^Settlement: done on/)).toBeTruthy();
  });
});

describe('what a merge touches', () => {
  it('is said in words, with what an undo does not bring back', async () => {
    const counts = [
      { kind: 'registrations', moving: 2, resolving: 0, clashing: 1 },
      { kind: 'ledger', moving: 0, resolving: 4, clashing: 0 },
    ] as const;
    const services = [
      {
        service: 'sharing',
        answered: true,
        counts: [...counts],
        warnings: [{ warning: 'twoSeats', count: 1 }],
      },
      {
        service: 'evaluation',
        answered: true,
        counts: [],
        warnings: [{ warning: 'twoSurveyTokens', count: 1 }],
      },
    ] as MemberMerge['preview'];
    await show(<MergeReferences services={services} />, { texts });
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(/^Ledger 4 stay unchanged/),
      expect.stringMatching(/^Sign-ups 2 move .*, 1 exist in both/),
      expect.stringMatching(/signed up for 1 activities.*Undoing does not take it back/),
      expect.stringMatching(/a token for 1 surveys.*cannot be undone/),
    ]);
  });

  it('is not said to be nothing while a service has not answered', async () => {
    const services = [
      { service: 'settlement', answered: false, counts: [], warnings: [] },
    ] as MemberMerge['preview'];
    await show(<MergeReferences services={services} />, { texts });
    expect(screen.getByRole('alert').textContent).toMatch(/^Settlement did not answer/);
    expect(screen.queryByText(/Nothing refers/)).toBeNull();
  });
});
