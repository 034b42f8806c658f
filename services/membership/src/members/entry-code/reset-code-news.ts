import { Injectable } from '@nestjs/common';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AccountNews } from '../../access/account-news/account-news.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { PendingChangeRepository } from '../../unions/pending-change/pending-change.repository.js';
import { resetConfirmedDue } from '../../unions/pending-change/reset-confirmed.js';

/** Tells people that a second officer has confirmed a code that sets their password anew. */
@Injectable()
export class ResetCodeNews {
  constructor(
    private readonly changes: PendingChangeRepository,
    private readonly people: PersonRepository,
    private readonly news: AccountNews,
  ) {}

  @OnDue(resetConfirmedDue)
  async tell(tx: Transaction, pendingChangeId: string): Promise<void> {
    const change = await this.changes.findById(tx, pendingChangeId);
    const person = change?.personId ? await this.people.findById(tx, change.personId) : null;
    if (person !== null) await this.news.tell(tx, person, 'resetCodeReady', pendingChangeId);
  }
}
