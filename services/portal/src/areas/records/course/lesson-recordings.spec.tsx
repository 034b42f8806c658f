import { pageTests } from '../../../app/page.fixture.js';
import { beforeAll, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { press } from '../../../app/acts.fixture.js';
import { LessonRecordings } from './lesson-recordings.js';

const show = pageTests();

beforeAll(() => {
  // Missing in this DOM.
  Object.assign(URL, { createObjectURL: () => 'blob:sound', revokeObjectURL: () => undefined });
});

it('a recording of a lesson is brought once somebody plays it', async () => {
  const recordings = [
    { fileId: 'f1', title: 'The four steps', kind: 'mp3' as const, size: 1_572_864, hasPoster: false },
  ];
  const path = 'GET /courses/c1/recordings/f1';
  const { sent, user } = await show(<LessonRecordings courseId="c1" recordings={recordings} />, {
    answers: { [path]: () => new Response('sound', { headers: { 'Content-Type': 'audio/mpeg' } }) },
    texts: ['course'],
  });
  expect(screen.getByText('Recording, 1.5 MB')).toBeTruthy();
  expect(sent.map(({ path: asked }) => asked)).not.toContain('/courses/c1/recordings/f1');
  await press(user, 'Play The four steps');
  const player = await screen.findByLabelText('The four steps');
  expect(player.tagName).toBe('AUDIO');
});
