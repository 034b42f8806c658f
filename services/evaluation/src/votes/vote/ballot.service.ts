import { Injectable } from '@nestjs/common';
import type { ResponseReceived } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { ballotContract, type CastBallot } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { DataSource } from 'typeorm';
import { AnswerBox } from '../../reference/sealing/answer-box.js';
import { VoteRow } from './vote.entity.js';
import { ballotBytes, checkBallot } from './vote.model.js';

/** Accepts ballots from anonymous token holders. */
@Injectable()
export class BallotService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: AnswerBox,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `BALLOT_CHOICES`, and what the box refuses: `TOKEN_INVALID`, `RECEIPT_INVALID`,
   * `TOKEN_USED` (E125), `VOTE_NOT_OPEN`
   */
  @Handles(ballotContract.cast)
  async cast(request: CastBallot): Promise<Outcome<ResponseReceived>> {
    const vote = await this.dataSource.manager.findOneBy(VoteRow, { id: request.voteId });
    if (vote === null) throw new DomainError('NOT_FOUND');
    const { id: surveyId, publicKey, sealingKey } = vote;
    if (publicKey === null) throw new DomainError('VOTE_NOT_OPEN');
    return this.box.put({ table: 'vote', surveyId, publicKey, sealingKey }, request, () => {
      checkBallot(vote, request.choices);
      return { choices: ballotBytes(vote, request.choices), texts: [] };
    });
  }
}
