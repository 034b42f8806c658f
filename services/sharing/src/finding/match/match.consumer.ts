import { Injectable } from '@nestjs/common';
import { evaluationEvents, type ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RecognitionState } from '@gongxiang/contracts/evaluation/recognition-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { EarlierScores } from './earlier-scores.js';

@Consumer('match-consumer')
@Injectable()
export class MatchConsumer {
  constructor(private readonly scores: EarlierScores) {}

  @Consumes(evaluationEvents.scoreComputed)
  scoreComputed(tx: Transaction, score: ScoreComputed): Promise<void> {
    return this.scores.save(tx, score);
  }

  @Consumes(evaluationEvents.recognitionGranted)
  recognitionGranted(tx: Transaction, recognition: RecognitionState): Promise<void> {
    return this.scores.saveRecognition(tx, recognition);
  }

  @Consumes(evaluationEvents.recognitionRevoked)
  recognitionRevoked(tx: Transaction, recognition: RecognitionState): Promise<void> {
    return this.scores.saveRecognition(tx, recognition);
  }
}
