import { Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type ReasonedWordGroupRequest,
  type SetWordGroupRequest,
  wordGroupContract,
  type WordGroupRequest,
  wordGroupsMax,
  type WordGroupsView,
  type WordGroupView,
} from '@gongxiang/contracts/sharing/finding/word-group.contract';
import { type CallContext, DomainError, mayDo, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { thesaurusOf } from '../../lending/words/analyser-of.js';
import { readGroup, readWord } from '../../lending/words/read-group.js';
import { shippedMeanings } from '../../lending/words/thesaurus.model.js';
import type { WordGroupChangeRow } from '../../lending/words/word-group.entity.js';
import {
  removedFrom,
  thesaurusWith,
  undoneBy,
  type WordGroupChange,
} from '../../lending/words/word-group.model.js';
import {
  addWordGroupChange,
  lastWordGroupChange,
  lockWordGroups,
  presentWordGroupChanges,
  wordGroupChangesOf,
} from '../../lending/words/word-group.repository.js';
import { actions } from '../actions.js';
import { WordEffects } from './word-effects.js';
import { kindOfRequest, wordGroupView } from './word-group.view.js';

/** The network's words have one owner: the federation at the root of it. */
const ofFederation = { paths: [rootPath], visible: true };

/** A group as it is before a change, under the lock of all. */
interface Held {
  readonly word: string;
  /** The last first. */
  readonly earlier: readonly WordGroupChangeRow[];
}

/** Words that mean the same to search and matching: those that are shipped, as the federation has changed them. */
@Injectable()
export class WordGroupService {
  constructor(
    private readonly transactions: Transactions,
    private readonly effects: WordEffects,
  ) {}

  @Handles(wordGroupContract.list)
  list(_request: NoRequest, call: CallContext): Promise<WordGroupsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeWords, {});
      const changes = await presentWordGroupChanges(tx);
      const last = new Map(changes.map((change) => [change.word, change]));
      const now = thesaurusWith(changes);
      const words = [...new Set([...now.keys(), ...shippedMeanings.keys(), ...last.keys()])];
      const groups = words.map((word) => wordGroupView(word, now, last.get(word)));
      return {
        mayChange: tx.call.actor !== null && mayDo(tx.call.actor, actions.changeWords, ofFederation),
        groups: groups.filter(({ origin }) => origin !== 'absent'),
      };
    });
  }

  /** @throws DomainError `WORD_UNREADABLE` */
  @Handles(wordGroupContract.get)
  get(request: WordGroupRequest, call: CallContext): Promise<WordGroupView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeWords, {});
      const word = readWord(request.word, '/word');
      const [now, [last]] = await Promise.all([thesaurusOf(tx), wordGroupChangesOf(tx, word)]);
      return wordGroupView(word, now, last);
    });
  }

  /** @throws DomainError see {@link readGroup}; `WORD_GROUPS_TOO_MANY` */
  @Handles(wordGroupContract.set)
  set(request: SetWordGroupRequest, call: CallContext): Promise<Outcome<WordGroupView>> {
    return this.transactions.command(call, wordGroupContract.set, request, async (tx) => {
      const held = await this.hold(tx, request.word);
      const changes = await presentWordGroupChanges(tx);
      if (held.earlier.length === 0 && changes.length >= wordGroupsMax)
        throw new DomainError('WORD_GROUPS_TOO_MANY', { params: { max: wordGroupsMax } });
      const group = { ...request, kind: kindOfRequest(request.kind) };
      const change = { ...readGroup(group, thesaurusWith(changes)), step: 'set' } as const;
      return this.keep(tx, held, change, request.reason);
    });
  }

  /** @throws DomainError `WORD_GROUP_ABSENT` */
  @Handles(wordGroupContract.remove)
  remove(request: ReasonedWordGroupRequest, call: CallContext): Promise<Outcome<WordGroupView>> {
    return this.transactions.command(call, wordGroupContract.remove, request, async (tx) => {
      const held = await this.hold(tx, request.word);
      const change = removedFrom(await thesaurusOf(tx), held.word);
      return this.keep(tx, held, change, request.reason);
    });
  }

  /** What it was before may meanwhile be in another group. @throws DomainError `WORD_GROUP_AS_SHIPPED`, see {@link readGroup} */
  @Handles(wordGroupContract.undo)
  undo(request: ReasonedWordGroupRequest, call: CallContext): Promise<Outcome<WordGroupView>> {
    return this.transactions.command(call, wordGroupContract.undo, request, async (tx) => {
      const held = await this.hold(tx, request.word);
      const [last, before] = held.earlier;
      const change = undoneBy(held.word, last, before);
      const now = await thesaurusOf(tx);
      const restored = change.step === 'set' ? change : shippedMeanings.get(held.word);
      if (change.step !== 'removed' && restored !== undefined) readGroup(restored, now);
      return this.keep(tx, held, change, request.reason);
    });
  }

  private async hold(tx: Transaction, written: string): Promise<Held> {
    tx.authorise(actions.changeWords, ofFederation);
    const word = readWord(written, '/word');
    await lockWordGroups(tx);
    const earlier = await wordGroupChangesOf(tx, word);
    requireVersion(tx, earlier[0]?.version ?? 0);
    return { word, earlier };
  }

  private async keep(
    tx: Transaction,
    { word, earlier: [last] }: Held,
    { step, same, hints, wider, kind }: WordGroupChange,
    reason: string,
  ): Promise<WordGroupView> {
    const before = (await thesaurusOf(tx)).get(word);
    const number = (await lastWordGroupChange(tx)) + 1;
    const version = (last?.version ?? 0) + 1;
    const words = { step, same: [...same], hints: [...hints], wider, kind, reason };
    const row = { number, word, version, ...words, setBy: tx.personId, setAt: tx.now };
    await addWordGroupChange(tx, row);
    tx.audit({
      noun: 'wordGroup',
      id: word,
      before: before === undefined ? null : { ...before },
      after: words,
    });
    await this.effects.begin(tx, number);
    return wordGroupView(word, await thesaurusOf(tx), row);
  }
}
