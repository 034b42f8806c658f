import { event } from '../../core/contract.js';
import { Instant, Text, Uuid, Whole } from '../../core/fields.js';
import { voteTitleMax, votersMax } from './vote.contract.js';

/** A motion on which people voted in secret was counted, by five ballots or more. It is told once, as nothing of it changes. */
export class MotionCounted {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Uuid() unionId: string;
  @Text({ max: voteTitleMax }) title: string;
  @Whole({ max: votersMax, description: 'Who could vote' }) entitled: number;
  @Whole({ max: votersMax, description: 'Who did' }) voted: number;
  @Whole({ max: votersMax }) yes: number;
  @Whole({ max: votersMax }) no: number;
  @Instant() closedAt: string;
}

export const voteEvents = {
  motionCounted: event('evt.evaluation.motion.counted.v1', MotionCounted),
};
