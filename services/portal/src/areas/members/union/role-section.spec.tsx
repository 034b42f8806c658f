import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { RoleSection } from './role-section.js';
import type { RoleGrant } from './role.model.js';
import type { Union } from './union-form.model.js';

const show = pageTests();
const union = { id: 'union-1', name: 'Lvyuan', path: '1.1.' } as Union;
const grant: RoleGrant = {
  id: 'role-1',
  version: 3,
  personId: 'person-1',
  maskedName: 'Li *',
  unionId: 'union-1',
  role: 'organiser',
  grantedBy: 'person-2',
  grantedAt: '2026-11-01T02:00:00.000Z',
  validTo: '2099-12-31',
  standing: 'held',
  pendingChangeId: null,
};
const roles = '/unions/union-1/roles';

function section(items: readonly RoleGrant[], acts: Answers = {}) {
  const answers = {
    'GET /me': { personId: 'person-2', roles: [] },
    [`GET ${roles}?limit=50`]: { items, nextCursor: null },
    'GET /pending-changes?unionId=union-1&open=true&limit=50': { items: [], nextCursor: null },
    ...acts,
  };
  return show(<RoleSection union={union} mayManage />, { answers, texts: ['members'] });
}

describe('the roles at a union', () => {
  it('are shown with their last day', async () => {
    await section([grant, { ...grant, id: 'role-2', maskedName: 'Wang *', validTo: null }]);
    expect(await screen.findByText(/31 Dec(ember)? 2099|Dec(ember)? 31, 2099/)).toBeTruthy();
    expect(screen.getByText('No end date')).toBeTruthy();
  });

  it('get another last day, or none, with the version that was seen', async () => {
    const path = `${roles}/role-1/end`;
    const { sent, user } = await section([grant], { [`PUT ${path}`]: grant });
    await user.click(await screen.findByRole('button', { name: 'Change end date of Organiser for Li *' }));
    const until = await screen.findByLabelText<HTMLInputElement>('Until');
    expect(until.value).toBe('2099-12-31');
    fireEvent.change(until, { target: { value: '' } });
    await press(user, 'Save');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({ path, version: '"3"', body: { validTo: null } });
  });

  it('keep the day that was typed where it is refused, and say so at the field', async () => {
    const refused = { [`PUT ${roles}/role-1/end`]: () => refusal(422, 'ROLE_END_DAY', '/validTo') };
    const { user } = await section([grant], refused);
    await user.click(await screen.findByRole('button', { name: 'Change end date of Organiser for Li *' }));
    const until = await screen.findByLabelText<HTMLInputElement>('Until');
    fireEvent.change(until, { target: { value: '2098-01-01' } });
    await press(user, 'Save');
    expect(await screen.findByText('ROLE_END_DAY in words')).toBeTruthy();
    expect(until.value).toBe('2098-01-01');
  });

  it.each([
    ['with the day that was typed', '2099-06-30', '2099-06-30'],
    ['without one', '', null],
  ])('are granted until a day: %s', async (_what, typed, validTo) => {
    const member = {
      id: 'member-1',
      personId: 'person-3',
      name: 'Li Na',
      unionName: 'Lvyuan',
      state: 'active',
    };
    const { sent, user } = await section([], {
      'GET /members?q=Li%20Na&limit=10': { items: [member], nextCursor: null },
      [`POST ${roles}`]: { ...grant, standing: 'offered', pendingChangeId: 'change-1' },
    });
    await press(user, 'Grant role');
    await user.type(await screen.findByLabelText('Find a member (full name)'), 'Li Na');
    await user.click(await screen.findByRole('button', { name: /^Li Na/ }));
    await user.selectOptions(screen.getByLabelText('Role'), 'organiser');
    if (typed !== '') fireEvent.change(screen.getByLabelText('Until'), { target: { value: typed } });
    await user.click(screen.getAllByRole('button', { name: 'Grant role' }).at(-1) as HTMLElement);
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ personId: 'person-3', role: 'organiser', validTo });
  });
});
