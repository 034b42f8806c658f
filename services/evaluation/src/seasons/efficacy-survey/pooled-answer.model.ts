import { padded, unpadded } from '../../reference/sealing/padding.model.js';
import { readAnswer } from '../../reference/sealing/readable.model.js';
import { type AskedQuestion, checkSteps, stepMax } from './efficacy-questions.model.js';
import type { Steps } from './opinions.model.js';

/** What is sealed of a pooled answer. */
interface PooledAnswer {
  readonly poolId: string;
  readonly steps: Steps;
}

const longestId = '0'.repeat(36);

/** Every answer to the same questions has one length. */
export function pooledAnswerBytes(questions: readonly AskedQuestion[], answer: PooledAnswer): Buffer {
  const longest = Object.fromEntries(questions.map(({ key }) => [key, stepMax]));
  const size = Buffer.byteLength(JSON.stringify({ poolId: longestId, steps: longest }));
  // In the order of the questions, whatever the order in which it came.
  const steps = Object.fromEntries(questions.map(({ key }) => [key, answer.steps[key]]));
  return padded(JSON.stringify({ poolId: answer.poolId, steps }), size);
}

/** Null for what is no answer to these questions. */
export function pooledAnswerIn(questions: readonly AskedQuestion[], bytes: Buffer): PooledAnswer | null {
  return readAnswer(unpadded(bytes), (given) => {
    const { poolId, steps } = given as { [Key in keyof PooledAnswer]?: PooledAnswer[Key] | null };
    const answer = { poolId: poolId ?? '', steps: steps ?? {} };
    checkSteps(questions, answer.steps);
    return answer;
  });
}
