import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { changedIsTold, fen, mill, moneyTests, posted, programme } from '../money.fixture.js';
import { DecideForm } from './decide-form.js';
import type { Application, Programme } from './subsidy.model.js';

const open = moneyTests();
const texts = ['money', 'subsidy'] as const;
const path = '/subsidy-applications/application/decide';
const save = 'Save the decision';

const application = {
  title: 'Autumn hike',
  plan: 'To the lake',
  useUntil: '2026-12-31',
  requested: fen('500000'),
  planned: fen('900000'),
  files: [],
  id: 'application',
  version: 4,
  programmeId: 'programme',
  programmeTitle: 'Hikes 2026',
  round: 1,
  unionId: mill.id,
  unionName: mill.name,
  sizeClass: 'small',
  activityTitle: null,
  state: 'submitted',
  grade: null,
  award: null,
  reason: null,
  isFirst: true,
  submittedBy: null,
  submittedByName: 'Wang Fang',
  submittedAt: '2026-09-20T08:00:00Z',
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  subsidyId: null,
  createdAt: '2026-09-19T08:00:00Z',
} satisfies Application;

const shown = (answers = {}, of: Programme = programme) =>
  open(<DecideForm application={application} programme={of} />, { roles: ['officer'], texts, answers });

describe('the decision on an application', () => {
  it('names whose application it is, and awards a grade, beside which its amount stands', async () => {
    const { user, press, write, acts } = await shown({ [`POST ${path}`]: application });
    expect(screen.getByText('Decide: Mill Union · Autumn hike')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Grade'), 'B ¥3,000.00');
    await write('Reason', 'Two unions take part');
    await press(save);
    const body = { outcome: 'award', grade: 'B', reason: 'Two unions take part' };
    await waitFor(() => expect(acts()).toEqual([posted(path, 4, body)]));
  });

  it('is a refusal without a grade, even where one had been chosen', async () => {
    const { user, press, write, acts } = await shown({ [`POST ${path}`]: application });
    await user.selectOptions(screen.getByLabelText('Grade'), 'A ¥5,000.00');
    await user.selectOptions(screen.getByLabelText('Decision'), 'Refuse');
    expect(screen.queryByLabelText('Grade')).toBeNull();
    await write('Reason', 'One union alone');
    await press(save);
    const body = { outcome: 'refuse', reason: 'One union alone' };
    await waitFor(() => expect(acts()).toEqual([posted(path, 4, body)]));
  });

  it('gives less than the percentage where an amount is written, in fen', async () => {
    const percent = { ...programme, basis: 'percent', grades: [], percent: '50' } satisfies Programme;
    const { press, write, acts } = await shown({ [`POST ${path}`]: application }, percent);
    await write('Where less is given (yuan)', '1,234.5');
    await write('Reason', 'The budget is nearly spent');
    await press(save);
    const body = { outcome: 'award', reason: 'The budget is nearly spent', amount: fen('123450') };
    await waitFor(() => expect(acts()).toEqual([posted(path, 4, body)]));
  });

  it('is not sent without a grade and a reason', async () => {
    const { press, acts } = await shown();
    await press(save);
    expect(await screen.findAllByText('Please fill this in')).toHaveLength(2);
    expect(acts()).toEqual([]);
  });

  it('shows a refusal at its field, and keeps what was written where somebody else was first', async () => {
    const refusals = [refusal(422, 'BUDGET_SPENT', '/grade'), refusal(412, 'VERSION_STALE')];
    const { user, press, write } = await shown({ [`POST ${path}`]: () => refusals.shift() ?? {} });
    await user.selectOptions(screen.getByLabelText('Grade'), 'A ¥5,000.00');
    await write('Reason', 'Two unions take part');
    await press(save);
    expect(await screen.findByText('BUDGET_SPENT in words')).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
    await press(save);
    await changedIsTold();
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Two unions take part');
  });
});
