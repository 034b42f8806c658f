import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { MoveUnion } from './move-union.js';
import type { Union } from './union-form.model.js';

const show = pageTests();
const union = { id: 'union-1', name: 'Lvyuan', version: 4, path: '1.1.' } as Union;
const found = { id: 'union-2', name: 'Riverside', active: true };

async function propose(answers: Answers): Promise<Awaited<ReturnType<typeof show>>> {
  const shown = await show(<MoveUnion union={union} onClose={() => undefined} />, {
    answers: { 'GET /unions?q=Riverside&limit=10': { items: [union, found], nextCursor: null }, ...answers },
    texts: ['members', 'party'],
  });
  await shown.user.type(await screen.findByLabelText('New union above'), 'Riverside');
  await shown.user.click(await screen.findByRole('button', { name: /^Riverside/ }));
  await press(shown.user, 'Propose the move');
  await press(shown.user, 'Propose the move');
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

  it('says why it does not move', async () => {
    await propose({ 'PATCH /unions/union-1': () => refusal(422, 'UNION_MOVE_WITHIN', '/parentId') });
    expect(await screen.findByText('UNION_MOVE_WITHIN in words')).toBeTruthy();
  });
});
