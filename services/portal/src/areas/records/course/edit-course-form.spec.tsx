import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { CourseContent } from './course.model.js';
import { EditCourseForm } from './edit-course-form.js';

const show = pageTests();
const course: CourseContent = {
  id: 'c1',
  version: 3,
  state: 'draft',
  unionId: 'u1',
  unionName: 'Harbour Union',
  edition: 1,
  title: 'Electric safety',
  summary: 'Before you begin',
  audience: 'members',
  lessons: [
    { title: 'Power', text: 'Switch it off.', link: null, pictures: [], attachments: [], recordings: [] },
    {
      title: 'Lock',
      text: 'Lock it.',
      link: null,
      pictures: [
        { fileId: 'f1', alt: 'The box', width: 800, height: 600 },
        { fileId: 'f2', alt: 'The lock', width: 800, height: 600 },
      ],
      attachments: [{ fileId: 'f3', title: 'Steps', kind: 'pdf', size: 2048 }],
      recordings: [{ fileId: 'f4', title: 'How to lock', kind: 'mp4', size: 3_145_728, hasPoster: true }],
    },
  ],
  questions: [
    {
      text: 'First?',
      choices: [
        { text: 'Off', right: true },
        { text: 'On', right: false },
      ],
      explanation: null,
    },
  ],
  passPercent: 60,
  attemptsMax: 3,
  validMonths: null,
};

it('changes, moves and removes the files of a lesson, and sends those of each lesson', async () => {
  const { sent, user } = await show(<EditCourseForm course={course} />, {
    answers: { 'PUT /courses/c1': course },
    texts: ['course', 'attachment', 'bulletinFile'],
  });
  const second = await screen.findByRole('group', { name: 'Lesson 2' });
  const pictures = await within(second).findAllByLabelText('What the picture shows');
  expect(pictures.map((one) => (one as HTMLInputElement).value)).toEqual(['The box', 'The lock']);
  // Only what is listed has a cover.
  expect(screen.queryByText('Cover')).toBeNull();
  await user.click(within(second).getByRole('button', { name: 'Move up: Picture 2' }));
  await user.click(within(second).getByRole('button', { name: 'Remove: Attachment 1' }));
  expect(within(second).getByText('Video, 3 MB')).toBeTruthy();
  await user.type(within(second).getByLabelText('Name of the video or recording'), ' it');
  await press(user, 'Save');
  await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
  const [{ body, version } = { body: null, version: null }] = commandsOf(sent);
  expect(version).toBe('"3"');
  expect(body).toMatchObject({
    lessons: [
      { title: 'Power', pictures: [], attachments: [] },
      {
        title: 'Lock',
        pictures: [
          { fileId: 'f2', alt: 'The lock' },
          { fileId: 'f1', alt: 'The box' },
        ],
        attachments: [],
        recordings: [{ fileId: 'f4', title: 'How to lock it' }],
      },
    ],
  });
});
