import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { commandsOf, press } from '../../app/acts.fixture.js';
import { pageTests } from '../../app/page.fixture.js';
import type { Bulletin } from './bulletin.model.js';
import { CommentsCard } from './comments-card.js';

const show = pageTests();
const texts = ['bulletin', 'bulletinComment', 'remark'] as const;
const path = '/bulletins/b1/comments';

const bulletin = {
  id: 'b1',
  commenting: 'open',
  commentable: true,
  commentCount: 1,
  commentsWaiting: null,
} as Bulletin;

const comment = {
  id: 'c1',
  version: 2,
  bulletinId: 'b1',
  state: 'shown',
  text: 'Is the night shift meant, too?',
  authorName: '张*',
  isMine: false,
  writtenAt: '2026-11-20T01:00:00Z',
  reason: null,
  acts: [{ act: 'report' }],
};

const open = (of: Partial<Bulletin>, answers: object = {}, items: object[] = [comment]) =>
  show(<CommentsCard bulletin={{ ...bulletin, ...of }} />, {
    answers: { [`GET ${path}?limit=50`]: { items, nextCursor: null }, ...answers },
    texts,
  });

describe('the comments on a bulletin', () => {
  it('are read, and one is written', async () => {
    const { user, sent } = await open({}, { [`POST ${path}`]: comment });
    await screen.findByText('Is the night shift meant, too?');
    expect(screen.getByText('张*')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Your comment' }), ' Thank you. ');
    await press(user, 'Comment');
    await waitFor(() => expect(commandsOf(sent)).toMatchObject([{ path, body: { text: 'Thank you.' } }]));
  });

  it('say that they are checked first, or off', async () => {
    await open({ commenting: 'checked' });
    await screen.findByText(/once the union has checked it/);
  });

  it('have no box where they are off', async () => {
    await open({ commenting: 'off', commentable: false });
    await screen.findByText('Comments are off. What was written can still be read.');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('are reported with words', async () => {
    const { user, sent } = await open({}, { 'POST /bulletin-comments/c1/reports': { commentId: 'c1' } });
    await user.click(await screen.findByText('More'));
    await user.click(screen.getByText('Report', { selector: 'summary' }));
    await user.type(screen.getByRole('textbox', { name: 'What is wrong with it' }), 'It sells something');
    await press(user, 'Send the report');
    await screen.findByText('Reported. Someone will look at it.');
    expect(commandsOf(sent)).toMatchObject([{ body: { words: 'It sells something' } }]);
  });

  it('that wait are shown to officers first, and let through by their version', async () => {
    const waiting = { ...comment, state: 'waiting', acts: [{ act: 'show' }, { act: 'hide' }] };
    const { user, sent } = await open(
      { commentsWaiting: 1 },
      {
        [`GET ${path}?state=waiting&limit=50`]: { items: [waiting], nextCursor: null },
        'GET /bulletins/b1/comment-reports?limit=50': { items: [], nextCursor: null },
        'POST /bulletin-comments/c1/show': { ...waiting, state: 'shown' },
      },
      [waiting],
    );
    await screen.findByText('Comments to check');
    await screen.findByText('No report waits.');
    const [more] = await screen.findAllByText('More');
    if (more === undefined) throw new Error('there is one');
    await user.click(more);
    const [through] = screen.getAllByRole('button', { name: 'Show it' });
    if (through === undefined) throw new Error('there is one');
    await user.click(through);
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([{ path: '/bulletin-comments/c1/show', version: '"2"' }]),
    );
  });
});
