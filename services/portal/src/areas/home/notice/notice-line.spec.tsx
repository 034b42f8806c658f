import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { NoticeLine } from './notice-line.js';

type Notice = components['schemas']['NoticeView'];

const show = pageTests();

const notice: Notice = {
  id: '1',
  kind: 'message',
  urgency: 'soon',
  heading: 'From the organiser',
  title: 'Badminton',
  lines: [],
  subject: 'Where we meet',
  text: 'At the east gate.',
  withdrawnAt: null,
  why: 'registered',
  because: 'You are told because you signed up.',
  link: '/activities/1',
  createdAt: '2026-11-20T01:00:00.000Z',
  readAt: null,
};
const line = (given: Partial<Notice>, answers = {}) =>
  show(<NoticeLine notice={{ ...notice, ...given }} />, { answers, texts: ['notice'] });

describe('a notice', () => {
  it('says what has happened and to what, with what was written, and is read by following its link', async () => {
    const { sent, user } = await line({}, { 'POST /me/notices/1/read': {} });
    for (const text of ['From the organiser', 'Where we meet', 'At the east gate.'])
      expect(screen.getByText(text)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Badminton' });
    expect(link.getAttribute('href')).toBe('/activities/1');
    await user.click(link);
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /me/notices/1/read']);
  });

  it('says it once where what it is about has no name', async () => {
    await line({ title: null, heading: 'Your message has an answer' });
    expect(screen.getAllByText('Your message has an answer')).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Your message has an answer' })).toBeTruthy();
  });

  it('leads nowhere where it is all there is to read', async () => {
    await line({ title: 'The union', link: '/notices' });
    expect(screen.getByRole('heading', { name: 'The union' })).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('that was taken back says so, without the words', async () => {
    await line({ subject: null, text: null, withdrawnAt: '2026-11-20T02:00:00.000Z' });
    expect(screen.getByText(/withdr|taken back/i)).toBeTruthy();
    expect(screen.queryByText('Where we meet')).toBeNull();
  });
});
