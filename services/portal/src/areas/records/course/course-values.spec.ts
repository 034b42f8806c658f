import { describe, expect, it } from '@jest/globals';
import type { CourseDefinition } from './course.model.js';
import { definitionOf, newValues, valuesOf } from './course-values.js';

const definition: CourseDefinition = {
  title: 'First aid',
  summary: 'What to do first',
  audience: 'union',
  lessons: [
    {
      title: 'Calling for help',
      text: 'Dial **120**',
      link: null,
      pictures: [{ fileId: 'f1', alt: 'A telephone' }],
      attachments: [{ fileId: 'f2', title: 'Steps' }],
      recordings: [{ fileId: 'f3', title: 'How to call' }],
    },
  ],
  questions: [
    {
      text: 'Which number?',
      choices: [
        { text: '120', right: true },
        { text: '114', right: false },
      ],
      explanation: 'It is 120',
    },
  ],
  passPercent: 60,
  attemptsMax: 3,
  validMonths: 24,
};

describe('what is sent of a course', () => {
  it('is the same as was read', () => {
    expect(definitionOf(valuesOf(definition))).toEqual(definition);
  });

  it('has null where nothing was typed, and no choice right that was not marked', () => {
    const typed = {
      ...newValues,
      title: ' Fire ',
      lessons: [
        { title: ' One ', text: ' kept as it is ', link: ' ', pictures: [], attachments: [], recordings: [] },
      ],
      validMonths: '',
    };
    expect(definitionOf(typed)).toEqual({
      title: 'Fire',
      summary: '',
      audience: 'members',
      lessons: [
        { title: 'One', text: ' kept as it is ', link: null, pictures: [], attachments: [], recordings: [] },
      ],
      questions: [
        {
          text: '',
          choices: [
            { text: '', right: false },
            { text: '', right: false },
          ],
          explanation: null,
        },
      ],
      passPercent: 60,
      attemptsMax: 3,
      validMonths: null,
    });
  });
});
