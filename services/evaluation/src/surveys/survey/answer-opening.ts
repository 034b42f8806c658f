import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { Opening, openingPortion } from '../../reference/sealing/opening.js';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import type { SealingKeyPair } from '../../reference/sealing/sealed-box.js';
import { AnswerTally, Sample, type Scale } from './answer-tally.model.js';
import { choicesIn, textIn } from './sealed-answer.model.js';
import { textsMax } from './survey-results.model.js';

/** What is known of the answers to a survey once all of them have been opened; none of them by itself. */
export interface OpenedAnswers {
  readonly tally: AnswerTally;
  /** By question; of more than are published some that chance has chosen. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** What the key did not open. */
  readonly unreadable: number;
}

/** Opens the answers of a survey that has ended, outside of any transaction: nothing changes in them any more. */
@Injectable()
export class AnswerOpening {
  constructor(private readonly sealed: SealedAnswerRepository) {}

  /** @throws the reason of the signal, once it is aborted */
  async openAll(
    survey: { readonly id: string; readonly questions: readonly SurveyQuestion[] },
    key: SealingKeyPair,
    scales: readonly Scale[],
    signal: AbortSignal,
  ): Promise<OpenedAnswers> {
    const tally = new AnswerTally(survey.questions, scales);
    const written = survey.questions.filter(({ kind }) => kind === 'text');
    const samples = new Map(written.map((one) => [one.key, new Sample<string>(textsMax, randomInt)]));
    const opening = new Opening(key, signal);
    try {
      await opening.each<Buffer>(
        (after) => this.sealed.answersFrom(survey.id, after, openingPortion),
        (bytes) => {
          const answers = choicesIn(bytes, survey.questions);
          if (answers !== null) tally.add(answers);
          return answers !== null;
        },
      );
      await opening.each<string>(
        (after) => this.sealed.textsFrom(survey.id, after, openingPortion),
        (bytes) => {
          const { key: question, text } = textIn(bytes);
          if (text.trim() !== '') samples.get(question)?.add(text);
          return samples.has(question);
        },
      );
    } finally {
      await opening.end();
    }
    const texts = new Map([...samples].map(([question, sample]) => [question, sample.items()]));
    return { tally, texts, unreadable: opening.unreadable };
  }
}
