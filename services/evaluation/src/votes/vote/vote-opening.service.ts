import { Injectable } from '@nestjs/common';
import type { VoteWithdrawal } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { secretVotersMin } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import {
  exportPrivateKey,
  exportPublicKey,
  generateSurveyKey,
} from '../../reference/sealing/blind-signature.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { generateSealingKey } from '../../reference/sealing/sealed-box.js';
import { SigningKeyCipher } from '../../reference/sealing/signing-key-cipher.js';
import { CandidateRepository } from './candidate.repository.js';
import { closeKind } from './vote-closing.service.js';
import { VoteNotifications } from './vote-notifications.js';
import { voteKeysView } from './vote-view.js';
import type { VoteRow } from './vote.entity.js';
import { candidacyRefusal } from './vote.model.js';
import { VoteRepository } from './vote.repository.js';
import { VoterRepository } from './voter.repository.js';

/** Due work: a vote opens. */
export const openKind = 'vote-open';

/** Opens votes: who may vote is fixed, and the keys are made. */
@Injectable()
export class VoteOpening {
  constructor(
    private readonly votes: VoteRepository,
    private readonly voters: VoterRepository,
    private readonly candidates: CandidateRepository,
    private readonly references: ReferenceRepository,
    private readonly keys: KeyDirectory,
    private readonly signingKeys: SigningKeyCipher,
    private readonly notifications: VoteNotifications,
  ) {}

  /**
   * The key file is on disk before the vote is committed as open. If the commit fails, the next attempt replaces it.
   * @throws DomainError `BUSY` where this process has no key directory; then another replica opens it
   */
  @OnDue(openKind)
  async openDue(tx: Transaction, voteId: string): Promise<void> {
    const vote = await this.votes.lock(tx, voteId);
    if (vote.state !== 'scheduled') return;
    const entitled = await this.fixRoll(tx, vote);
    if (entitled < secretVotersMin) return this.withdraw(tx, vote, 'rollSmall');
    if (!(await this.mayAllStand(tx, vote))) return this.withdraw(tx, vote, 'candidateGone');
    const [key, sealingKey] = await Promise.all([generateSurveyKey(), generateSealingKey()]);
    await this.keys.store(voteId, sealingKey);
    const open = await this.votes.update(tx, vote, {
      state: 'open',
      entitled,
      publicKey: exportPublicKey(key) as VoteRow['publicKey'],
      privateKey: this.signingKeys.seal(voteId, exportPrivateKey(key)),
      sealingKey: sealingKey.publicKey,
    });
    await schedule(tx, { kind: closeKind, key: voteId, at: vote.closesAt });
    await this.notifications.opened(tx, open);
    const { keysHash } = voteKeysView(open);
    tx.audit({
      noun: 'vote',
      id: voteId,
      before: { state: 'scheduled' },
      after: { state: 'open', entitled, keysHash },
    });
  }

  /** @returns how many may vote */
  private async fixRoll(tx: Transaction, { id, unionId, roll }: VoteRow): Promise<number> {
    const { path } = await this.references.union(tx, unionId);
    if (roll === 'named') await this.voters.dropInactive(tx, id, path);
    else await this.voters.addMembers(tx, id, path);
    return this.voters.count(tx, id);
  }

  /** A ballot paper is never changed, so that one on which somebody stands who has left or is retained is not handed out. */
  private async mayAllStand(tx: Transaction, { id, unionId }: VoteRow): Promise<boolean> {
    const personIds = await this.candidates.personIdsOf(tx, id);
    const standings = await this.candidates.standingsOf(tx, personIds);
    const { path } = await this.references.union(tx, unionId);
    return personIds.every((personId) => candidacyRefusal(standings.get(personId) ?? [], path) === null);
  }

  /** So many have left since it was called that it would not be secret, or one who stands could not be elected. */
  private async withdraw(tx: Transaction, vote: VoteRow, withdrawal: VoteWithdrawal): Promise<void> {
    await this.votes.update(tx, vote, { state: 'withdrawn', withdrawal });
    tx.audit({
      noun: 'vote',
      id: vote.id,
      before: { state: 'scheduled' },
      after: { state: 'withdrawn', withdrawal },
    });
  }
}
