import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import type { Matter } from './matter.model.js';
import { StepForm } from './step-form.js';
import type { MatterStep } from './step.model.js';

const show = pageTests();

const matter = { id: 'm1', version: 4, unionId: 'u1' } as unknown as Matter;
const step = {
  id: 'assembly',
  kind: 'ballot',
  label: 'Assembly',
  marks: [],
  bodies: [],
} as unknown as MatterStep;
const counted = { kind: 'motion', result: { counts: [{ key: 'yes', count: 7 }] } };
const votes = [
  { ...counted, id: 'v1', unionId: 'u1', title: 'The contract' },
  { ...counted, id: 'v2', unionId: 'u2', title: 'Of another union' },
  { ...counted, id: 'v3', unionId: 'u1', title: 'Too few voted', result: { counts: null } },
  { ...counted, id: 'v4', unionId: 'u1', title: 'An election', kind: 'election' },
];

const asked = async (items: readonly object[]) =>
  show(<StepForm matter={matter} step={step} />, {
    answers: {
      'GET /votes?state=closed&limit=50': { items, nextCursor: null },
      'POST /matters/m1/steps/assembly': matter,
    },
    texts: ['matterStep', 'matter'],
  });

it('the counts of a secret vote of the union are taken from it, and then none are typed', async () => {
  const { user, sent } = await asked(votes);
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'How it was voted' });
  expect([...choice.options].map(({ text }) => text)).toEqual([
    'In the room; I enter the counts',
    'The contract',
  ]);
  await user.selectOptions(choice, 'The contract');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Present' })).toBeNull());
  await user.click(screen.getByRole('button'));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/matters/m1/steps/assembly',
      version: '"4"',
      body: { voteId: 'v1' },
    }),
  );
});

it('without one the counts of the room are typed', async () => {
  await asked([]);
  expect(await screen.findByRole('textbox', { name: 'May vote' })).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
});
