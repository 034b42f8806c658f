import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { Household } from './household.js';
import type { Matter } from './matter.model.js';

const show = pageTests();

const step = { id: 'plan', kind: 'householdPlan', label: 'Plan', marks: [], joinable: true };
const signatures = {
  id: 'authority',
  kind: 'signatures',
  marks: [{ words: { signed: ['Wang Wu', 'Li Si'] } }],
};
const person = { personId: 'p1', name: 'Z*', unionName: 'Food Union' };

function matterWith(changes: object): Matter {
  return {
    id: 'm1',
    version: 4,
    steps: [signatures, step],
    acts: [{ act: 'writeStep' }, { act: 'declareHousehold' }],
    household: { persons: [person], plan: null },
    ...changes,
  } as unknown as Matter;
}

const asked = (matter: Matter) =>
  show(<Household matter={matter} />, {
    answers: { 'POST /matters/m1/steps/plan': matter },
    texts: ['household', 'matter', 'matterStep'],
  });

it('shows who belongs to it and who has signed, and joins the plan that is there', async () => {
  const { user, sent } = await asked(matterWith({}));
  expect(await screen.findByText('Signed: Wang Wu, Li Si')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Remove / })).toBeTruthy();
  await user.type(screen.getByLabelText('Remark'), 'Helped together');
  await user.click(screen.getByRole('button', { name: 'Check and join' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/matters/m1/steps/plan',
      version: '"4"',
      body: { text: 'Helped together', joins: true },
    }),
  );
});

it('writes a new version of its plan from the words of the one before', async () => {
  const words = { text: 'School fees', responsible: 'Ms Liu', helper: 'Mr Zhou' };
  const agreed = { ...step, joinable: false, amendable: true, marks: [{ words }] };
  const plan = {
    own: true,
    unionName: 'Heavy Union',
    matterId: null,
    joinedBy: [],
    conflictsWith: null,
  };
  const { user, sent } = await asked(
    matterWith({ steps: [signatures, agreed], household: { persons: [person], plan } }),
  );
  await user.type(await screen.findByLabelText('Why it is amended'), 'A new school');
  await user.clear(screen.getByLabelText('Paired helper'));
  await user.type(screen.getByLabelText('Paired helper'), 'Mr Wu');
  await user.click(screen.getByRole('button', { name: 'Enter the amendment' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/matters/m1/steps/plan',
      version: '"4"',
      body: { ...words, helper: 'Mr Wu', reason: 'A new school' },
    }),
  );
});

it('says that an earlier plan binds the household, and does not amend its own until one of them is taken back', async () => {
  const plan = {
    own: true,
    unionName: 'Food Union',
    matterId: null,
    joinedBy: [],
    conflictsWith: 'Heavy Union',
  };
  const waiting = { ...step, joinable: false, amendable: false };
  await asked(matterWith({ steps: [signatures, waiting], household: { persons: [person], plan } }));
  expect(await screen.findByText('This household has an earlier plan at Heavy Union')).toBeTruthy();
  expect(screen.queryByText('Amend the plan')).toBeNull();
});

it('of a plan elsewhere names the union alone', async () => {
  const plan = { own: false, unionName: 'Heavy Union', matterId: null, joinedBy: [], conflictsWith: null };
  await asked(
    matterWith({ acts: [], steps: [{ ...step, joinable: false }], household: { persons: [], plan } }),
  );
  expect(await screen.findByText(/has joined the household’s plan at Heavy Union/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});
