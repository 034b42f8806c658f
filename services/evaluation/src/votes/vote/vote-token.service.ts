import { Injectable } from '@nestjs/common';
import type { TokenSignature } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type TakeVoteToken, voteContract } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import { actions } from '../actions.js';
import { requireOpen } from './vote-view.js';
import type { VoteRow } from './vote.entity.js';
import { VoteRepository } from './vote.repository.js';
import { VoterRepository } from './voter.repository.js';

/** Signs one blinded value for each person on the roll. */
@Injectable()
export class VoteTokenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly votes: VoteRepository,
    private readonly voters: VoterRepository,
    private readonly references: ReferenceRepository,
    private readonly signingKeys: SigningKeyCipher,
  ) {}

  /**
   * The same value gets the same signature, so that a client that lost the response can ask again. Another value would be
   * a second token.
   * @throws DomainError `NOT_FOUND`, `NOT_ON_ROLL` to whoever may see it, `VOTE_NOT_OPEN`, `TOKEN_ALREADY_ISSUED`,
   *   `BLINDED_TOKEN_INVALID`
   */
  @Handles(voteContract.takeToken)
  take(request: TakeVoteToken, call: CallContext): Promise<Outcome<TokenSignature>> {
    return this.transactions.command(call, voteContract.takeToken, request, async (tx) => {
      const vote = await this.votes.lockShared(tx, request.voteId);
      const rows = await this.voters.lock(tx, vote.id, tx.personId);
      const [own] = rows;
      if (own === undefined) return this.refuse(tx, vote);
      requireOpen(vote, tx.now);
      if (vote.privateKey === null) throw new DomainError('VOTE_NOT_OPEN');
      const signed = this.signingKeys.sign(vote.id, vote.privateKey, request.blindedToken);
      const view = { blindSignature: signed.blindSignature.toString('base64') };
      const held = rows.find(({ blindedHash }) => blindedHash !== null);
      if (held?.blindedHash) {
        if (!held.blindedHash.equals(signed.blindedHash)) throw new DomainError('TOKEN_ALREADY_ISSUED');
        return new ExistingResult(view);
      }
      // Audited when the vote ends: a record now could be linked to the holder's next request.
      await this.voters.saveToken(tx, own, signed);
      return view;
    });
  }

  private async refuse(tx: Transaction, { unionId }: VoteRow): Promise<never> {
    const union = await this.references.union(tx, unionId);
    tx.authorise(actions.seeVote, { paths: [union.path] });
    throw new DomainError('NOT_ON_ROLL');
  }
}
