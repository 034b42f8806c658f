import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SurveyQuestion } from '@gongxiang/contracts';
import { OpeningThread } from '../sealing/opening-thread.js';
import type { SealingKeyPair } from '../sealing/sealed-box.js';
import { AnswerTally, Sample, type Scale } from './answer-tally.model.js';
import { ResponseRepository, type SealedPortion } from './response.repository.js';
import { choicesIn, textIn } from './sealed-answer.model.js';
import { textsMax } from './survey-results.model.js';

/** So many are opened and added up at once: a few milliseconds in which nothing else is done here. */
const portion = 500;

/** What is known of the answers to a survey once all of them have been opened; none of them by itself. */
export interface OpenedAnswers {
  readonly tally: AnswerTally;
  /** By question; of more than are published some that chance has chosen. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** What the key did not open: somebody has written it past the platform. */
  readonly unreadable: number;
}

/** Opens the answers of a survey that has ended, outside of any transaction: nothing changes in them any more. */
@Injectable()
export class AnswerOpening {
  constructor(private readonly responses: ResponseRepository) {}

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
    const thread = new OpeningThread(key);
    let unreadable = 0;
    const openEach = async <Key>(
      read: (after: Key | null) => Promise<SealedPortion<Key>>,
      take: (bytes: Buffer) => void,
    ): Promise<void> => {
      let after: Key | null = null;
      do {
        signal.throwIfAborted();
        const { sealed, next }: SealedPortion<Key> = await read(after);
        for (const bytes of await thread.open(sealed)) {
          if (bytes === null) unreadable += 1;
          else take(bytes);
        }
        after = next;
      } while (after !== null);
    };
    try {
      await openEach<Buffer>(
        (after) => this.responses.answersFrom(survey.id, after, portion),
        (bytes) => tally.add(choicesIn(bytes)),
      );
      await openEach<string>(
        (after) => this.responses.textsFrom(survey.id, after, portion),
        (bytes) => {
          const { key: question, text } = textIn(bytes);
          if (text.trim() !== '') samples.get(question)?.add(text);
        },
      );
    } finally {
      await thread.end();
    }
    const texts = new Map([...samples].map(([question, sample]) => [question, sample.items()]));
    return { tally, texts, unreadable };
  }
}
