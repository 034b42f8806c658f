import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests } from '../../../app/page.fixture.js';
import { CirclePage } from './circle-page.js';
import { Hide } from './post-acts.js';
import type { CirclePost } from './post.model.js';
import { WritePost } from './write-post.js';

const show = pageTests();

const circle = {
  id: 'c1',
  version: 1,
  state: 'open',
  name: 'Photographers',
  about: 'For all who take pictures.',
  joining: 'open',
  unionId: 'u1',
  unionName: 'Steel',
  memberCount: 3,
  standing: null,
  reason: null,
  requestCount: null,
  reportCount: null,
  acts: [{ act: 'join' }],
};

it('a member writes with or without a title, and the box is empty again', async () => {
  const { user, sent } = await show(<WritePost circleId="c1" />, {
    answers: { 'POST /circles/c1/posts': { id: 'p1' } },
    texts: ['circle', 'remark'],
  });
  await user.click(screen.getByText('Write a post', { selector: 'summary' }));
  await user.click(screen.getByRole('button', { name: 'Post it' }));
  await screen.findByText('Please write something');
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Text' }), ' At the **east** gate. ');
  await user.click(screen.getByRole('button', { name: 'Post it' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/circles/c1/posts',
      body: { text: 'At the **east** gate.' },
    }),
  );
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe(''),
  );
});

it('a moderator hides a post only with a reason, and after a question', async () => {
  const post = { id: 'p1', version: 4 } as unknown as CirclePost;
  const { user, sent } = await show(<Hide post={post} />, {
    answers: { 'POST /circle-posts/p1/hide': { ...post, version: 5 } },
    texts: ['circle', 'remark'],
  });
  await user.click(screen.getByText('Hide', { selector: 'summary' }));
  const hide = async () => {
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Hide' }));
  };
  await hide();
  await screen.findByText('Please give a reason');
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'An advertisement');
  await hide();
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/circle-posts/p1/hide',
      version: '"4"',
      body: { reason: 'An advertisement' },
    }),
  );
});

it('whoever is no member sees what the circle is and how to join, and no post is asked for', async () => {
  const { sent } = await show(
    <Routes>
      <Route path="/circles/:circleId" element={<CirclePage />} />
    </Routes>,
    { answers: { 'GET /circles/c1': circle }, texts: ['circle', 'remark'], at: '/circles/c1' },
  );
  await screen.findByRole('button', { name: 'Join' });
  expect(screen.getByText('Steel · 3 members')).toBeTruthy();
  expect(screen.getByText('Join to read what is written in the circle.')).toBeTruthy();
  expect(sent.some(({ path }) => path.includes('posts'))).toBe(false);
});
