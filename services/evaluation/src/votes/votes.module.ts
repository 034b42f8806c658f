import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.js';
import { BallotService } from './vote/ballot.service.js';
import { CandidateRepository } from './vote/candidate.repository.js';
import { VoteClosing } from './vote/vote-closing.service.js';
import { VoteCounting } from './vote/vote-counting.service.js';
import { VoteNotifications } from './vote/vote-notifications.js';
import { VoteOpening } from './vote/vote-opening.service.js';
import { VoteTokenService } from './vote/vote-token.service.js';
import { VoteVoid } from './vote/vote-void.js';
import { VoteRepository } from './vote/vote.repository.js';
import { VoteService } from './vote/vote.service.js';
import { VoterRepository } from './vote/voter.repository.js';

@Module({
  imports: [ReferenceModule],
  providers: [
    VoteService,
    VoteOpening,
    VoteTokenService,
    BallotService,
    VoteClosing,
    VoteCounting,
    VoteVoid,
    VoteNotifications,
    VoteRepository,
    VoterRepository,
    CandidateRepository,
  ],
  exports: [VoteVoid],
})
export class VotesModule {}
