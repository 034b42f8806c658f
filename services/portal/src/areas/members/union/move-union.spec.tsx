import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { MoveUnion } from './move-union.js';
import type { Union } from './union-form.model.js';

const show = pageTests();
const union = { id: 'union-1', name: 'Lvyuan', version: 4, path: '1.1.' } as Union;
const found = { id: 'union-2', name: 'Riverside', active: true };

const preview = {
  unionId: 'union-1',
  unionName: 'Lvyuan',
  deciderUnionId: 'root',
  deciderUnionName: 'Federation',
  things: [
    { thing: 'unions', count: 3 },
    { thing: 'members', count: 1240 },
  ],
  matters: [{ matter: 'applications', count: 2 }],
  leaves: [{ unionId: 'union-0', unionName: 'District', offices: 4 }],
  joins: [{ unionId: 'union-2', unionName: 'Riverside', offices: 1 }],
  sizeClassBefore: 'medium',
  sizeClassAfter: null,
};

async function propose(answers: Answers): Promise<Awaited<ReturnType<typeof show>>> {
  const shown = await show(<MoveUnion union={union} onClose={() => undefined} />, {
    answers: {
      'GET /unions?q=Riverside&limit=10': { items: [union, found], nextCursor: null },
      'GET /unions/union-1/move?parentId=union-2': preview,
      'GET /unions/union-0': { id: 'union-0', name: 'District' },
      'GET /unions/union-2': found,
      ...answers,
    },
    texts: ['members', 'party', 'unionMove'],
  });
  await shown.user.type(await screen.findByLabelText('New parent union'), 'Riverside');
  await shown.user.click(await screen.findByRole('button', { name: /^Riverside/ }));
  await press(shown.user, 'Propose move');
  await press(shown.user, 'Propose move');
  return shown;
}

describe('a union that is to move', () => {
  it('is proposed to be below another one, with the version that was seen', async () => {
    const { sent } = await propose({ 'PATCH /unions/union-1': union });
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({
      path: '/unions/union-1',
      version: '"4"',
      body: { parentId: 'union-2' },
    });
  });

  it('says before it is proposed what goes along, and for whom what changes', async () => {
    await propose({ 'PATCH /unions/union-1': union });
    const shown = within(await screen.findByRole('region', { name: 'What the move would change' }));
    expect(shown.getByText('Unions, with this one: 3, Members: 1,240')).toBeTruthy();
    expect(shown.getByText('Applications to join: 2')).toBeTruthy();
    expect(await shown.findByText('District')).toBeTruthy();
    expect(shown.getByText('offices there: 4')).toBeTruthy();
    expect(shown.getByText(/Its size class changes from “Medium” to “none”\./)).toBeTruthy();
    expect(shown.getByText('Another officer of “Federation”')).toBeTruthy();
  });

  it('says so where the chosen union is above it already', async () => {
    const here = { ...preview, leaves: [], joins: [] };
    await propose({ 'GET /unions/union-1/move?parentId=union-2': here, 'PATCH /unions/union-1': union });
    expect(await screen.findByText('It is below this union now: nothing changes.')).toBeTruthy();
  });

  it('shows the refusal of the preview', async () => {
    const refused = () => refusal(422, 'UNION_NAME_TAKEN', '/parentId');
    await propose({ 'GET /unions/union-1/move?parentId=union-2': refused, 'PATCH /unions/union-1': union });
    expect(await screen.findByText('It cannot move there')).toBeTruthy();
  });

  it('says why it does not move', async () => {
    await propose({ 'PATCH /unions/union-1': () => refusal(422, 'UNION_MOVE_WITHIN', '/parentId') });
    expect(await screen.findByText('UNION_MOVE_WITHIN in words')).toBeTruthy();
  });
});
