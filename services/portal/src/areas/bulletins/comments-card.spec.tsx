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
  appealState: 'none',
  appeal: null,
  refusal: null,
  acts: [{ act: 'report' }],
};
const hidden = { ...comment, state: 'hidden', reason: 'It sells something' };

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

  it('that were hidden are appealed against by their author, in words', async () => {
    const mine = { ...hidden, isMine: true, acts: [{ act: 'withdraw' }, { act: 'appeal' }] };
    const appealed = { ...mine, appealState: 'waiting', appeal: 'It is for charity', acts: [] };
    const { user, sent } = await open({}, { 'POST /bulletin-comments/c1/appeal': appealed }, [mine]);
    await user.click(await screen.findByText('Appeal', { selector: 'summary' }));
    await press(user, 'Send the appeal');
    await screen.findByText('Please give a reason');
    await user.type(screen.getByRole('textbox', { name: 'Why it should be shown' }), 'It is for charity');
    await press(user, 'Send the appeal');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path: '/bulletin-comments/c1/appeal', body: { words: 'It is for charity' }, version: '"2"' },
      ]),
    );
  });

  it('say how an appeal stands, and why it was refused', async () => {
    const refused = {
      ...hidden,
      isMine: true,
      appealState: 'refused',
      appeal: 'It is for charity',
      refusal: 'It belongs to the activity',
      acts: [],
    };
    await open({}, {}, [refused]);
    await screen.findByText('Why the appeal was refused: It belongs to the activity');
    expect(screen.getByText('Appeal refused')).toBeTruthy();
    expect(screen.getByText('The author says: It is for charity')).toBeTruthy();
  });

  it('that are appealed against are shown to officers first, and one is refused with a reason', async () => {
    const appealed = {
      ...hidden,
      appealState: 'waiting',
      appeal: 'It is for charity',
      acts: [{ act: 'show' }, { act: 'refuseAppeal' }],
    };
    const none = { items: [], nextCursor: null };
    const { user, sent } = await open(
      { commentsWaiting: 1 },
      {
        [`GET ${path}?state=waiting&limit=50`]: none,
        [`GET ${path}?state=appealed&limit=50`]: { items: [appealed], nextCursor: null },
        'GET /bulletins/b1/comment-reports?limit=50': none,
        'POST /bulletin-comments/c1/refuse-appeal': { ...appealed, appealState: 'refused' },
      },
      [],
    );
    await screen.findByText('The author says: It is for charity');
    await user.click(screen.getByText('More'));
    await user.click(screen.getByText('Refuse the appeal', { selector: 'summary' }));
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'It belongs to the activity');
    await press(user, 'Refuse the appeal');
    await press(user, 'Refuse the appeal');
    await waitFor(() =>
      expect(commandsOf(sent)).toMatchObject([
        { path: '/bulletin-comments/c1/refuse-appeal', body: { reason: 'It belongs to the activity' } },
      ]),
    );
  });

  it('are not refused by whoever has hidden them, who reads why', async () => {
    const appealed = {
      ...hidden,
      appealState: 'waiting',
      appeal: 'It is for charity',
      acts: [{ act: 'show' }],
    };
    await open({}, {}, [appealed]);
    await screen.findByText(/refusing the appeal is up to someone else/);
  });

  it('that wait are shown to officers first, and let through by their version', async () => {
    const waiting = { ...comment, state: 'waiting', acts: [{ act: 'show' }, { act: 'hide' }] };
    const { user, sent } = await open(
      { commentsWaiting: 1 },
      {
        [`GET ${path}?state=waiting&limit=50`]: { items: [waiting], nextCursor: null },
        [`GET ${path}?state=appealed&limit=50`]: { items: [], nextCursor: null },
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
