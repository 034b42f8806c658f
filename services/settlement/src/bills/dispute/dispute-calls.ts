import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { MoneyCalls } from '../../reference/money-calls.js';
import type { DisputePlace } from './dispute.view.js';

/** Who is called while a dispute goes on. */
@Injectable()
export class DisputeCalls {
  constructor(private readonly calls: MoneyCalls) {}

  /** The other sides have until the end of the talk; where nobody spoke, it lies with the union above at once. */
  async opened(tx: Transaction, place: DisputePlace): Promise<void> {
    const { row, about, sides } = place;
    if (row.referredAt !== null) return this.referred(tx, place);
    const paths = sides.filter(({ unionId }) => unionId !== about.unionId).map(({ path }) => path);
    const call = { ...draftOf(place), kind: 'disputeOpened', until: row.talkUntil } as const;
    await this.calls.make(tx, call, { rule: actions.speakInDispute, paths });
  }

  /** It lies with the union above both sides from now on. */
  async referred(tx: Transaction, place: DisputePlace): Promise<void> {
    const call = { ...draftOf(place), kind: 'disputeReferred', until: null } as const;
    await this.calls.make(tx, call, { rule: actions.decideDispute, paths: [place.decidingPath] });
  }
}

/** The amount is what the disputing party owes by the entry; what it is owed where it owes nothing. */
function draftOf({ row: { id: aboutId, title }, about: { owesFen, owedFen } }: DisputePlace) {
  return { aboutId, title, amount: owesFen > 0n ? owesFen : owedFen };
}
