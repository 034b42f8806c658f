import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests } from '../../../app/page.fixture.js';
import { UnionMergerPage } from './union-merger-page.js';

const show = pageTests();
const page = (items: readonly object[] = []) => ({ items, nextCursor: null });
const union = {
  id: 'small',
  name: 'Small',
  version: 2,
  path: '1.1.2.',
  parentId: 'up',
  uscc: null,
  active: true,
};
const large = { id: 'large', name: 'Large', active: true };
const transfer = {
  id: 'transfer-1',
  fromUnionId: 'small',
  toUnionId: 'large',
  toUnionName: 'Large',
  state: 'waiting',
};
const closing = {
  id: 'closing-1',
  unionId: 'small',
  ground: 'merged',
  state: 'waiting',
  successorUnionId: 'large',
  successorName: 'Large',
};
const left = {
  complete: true,
  possible: false,
  services: [
    { service: 'membership', answered: true, findings: [{ finding: 'members', count: 4, blocks: true }] },
  ],
};

const open = (answers: Answers) =>
  show(
    <Routes>
      <Route path="/unions/:unionId/merger" element={<UnionMergerPage />} />
    </Routes>,
    {
      at: '/unions/small/merger',
      answers: {
        'GET /unions/small': union,
        'GET /unions/large': large,
        'GET /unions?q=Large&limit=10': page([large]),
        'GET /unions/small/closing': left,
        'GET /union-transfers?union=small&limit=50': page(),
        'GET /union-closings?union=small&limit=50': page(),
        ...answers,
      },
      texts: ['unionMerger', 'unionTransfer', 'unionClosing', 'partyClosing'],
    },
  );

describe('a merger of two unions', () => {
  it('begins with the union that goes on, shows what there is, and files the move of all members', async () => {
    const { user, sent } = await open({ 'POST /unions/small/membership-transfers': transfer });
    await user.type(await screen.findByLabelText('Union that goes on'), 'Large');
    await user.click(await screen.findByRole('button', { name: /^Large/ }));
    expect(await screen.findByText('Members: 4')).toBeTruthy();
    const [why] = await screen.findAllByLabelText(/^Why/);
    if (why !== undefined) await user.type(why, 'One enterprise');
    await press(user, 'Move all members');
    await press(user, 'Move all members');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ toUnionId: 'large', reason: 'One enterprise' });
  });

  it('goes on where it was left: what is filed stands with its state, and the other form is there', async () => {
    await open({ 'GET /union-transfers?union=small&limit=50': page([transfer]) });
    expect(await screen.findByText('Filed: To be decided')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See the filing' }).getAttribute('href')).toBe(
      '/union-transfers/transfer-1',
    );
    expect(screen.queryByRole('button', { name: 'Move all members' })).toBeNull();
    expect(screen.getByRole('button', { name: 'File the closing' })).toBeTruthy();
    // The ground and the union are those of the merger.
    expect(screen.queryByLabelText('Legal ground')).toBeNull();
  });

  it('offers the move once more where it has left somebody', async () => {
    await open({
      'GET /union-transfers?union=small&limit=50': page([{ ...transfer, state: 'done' }]),
      'GET /union-closings?union=small&limit=50': page([closing]),
    });
    expect(await screen.findByText(/Some members are still here/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Move all members' })).toBeTruthy();
  });

  it('is done once the union is closed', async () => {
    await open({ 'GET /union-closings?union=small&limit=50': page([{ ...closing, state: 'closed' }]) });
    expect(await screen.findByText('Both are done: the unions have merged.')).toBeTruthy();
  });
});
