import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { AnswerParts } from '../../reference/sealing/answer-box.js';
import { padded, unpadded } from '../../reference/sealing/padding.model.js';
import { readAnswer } from '../../reference/sealing/readable.model.js';
import { checkAnswers, optionsOf } from './questions.model.js';

export type GivenAnswers = Readonly<Record<string, number | string>>;

/** A character of UTF-16 has three bytes at most; a pair of them has four. */
const bytesPerCharacter = 3;

/**
 * Every answer to the same questions has parts of the same number and sizes, whatever was chosen and whether anything was
 * written.
 * @param answers checked
 * @param textLengthMax so many characters are written to a question at most
 */
export function partsOf(
  questions: readonly SurveyQuestion[],
  answers: GivenAnswers,
  textLengthMax: number,
): AnswerParts {
  const chosen = questions.filter(({ kind }) => kind !== 'text').map(({ key }) => [key, answers[key]]);
  const texts = questions.filter(({ kind }) => kind === 'text');
  return {
    choices: padded(JSON.stringify(Object.fromEntries(chosen)), choicesSize(questions)),
    texts: texts.map(({ key }) => {
      const size = Buffer.byteLength(key) + 1 + textLengthMax * bytesPerCharacter;
      return padded(`${key}\n${String(answers[key] ?? '')}`, size);
    }),
  };
}

/** The choices by question; null for what is no answer to these. */
export function choicesIn(bytes: Buffer, questions: readonly SurveyQuestion[]): GivenAnswers | null {
  return readAnswer(unpadded(bytes), (given) => {
    const answers = given as GivenAnswers;
    checkAnswers(questions, answers);
    return answers;
  });
}

export function textIn(bytes: Buffer): { readonly key: string; readonly text: string } {
  const text = unpadded(bytes);
  const end = text.indexOf('\n');
  return { key: text.slice(0, end), text: text.slice(end + 1) };
}

/** As much as the longest choices need. */
function choicesSize(questions: readonly SurveyQuestion[]): number {
  const longest = questions
    .filter(({ kind }) => kind !== 'text')
    .map((question) => {
      const options = optionsOf(question).flatMap((band) => band.map(({ option }) => option));
      return [
        question.key,
        options.reduce((most, one) => (size(one) > size(most) ? one : most), ''),
      ] as const;
    });
  return size(Object.fromEntries(longest));
}

function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
