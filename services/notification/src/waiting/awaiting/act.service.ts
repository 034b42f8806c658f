import { Injectable } from '@nestjs/common';
import {
  actContract,
  type ActByLink,
  type ActView,
  type OpenedAct,
} from '@gongxiang/contracts/notification/act.contract';
import { type LinkActKind, linkActOf, linkActs } from '@gongxiang/contracts/notification/link-acts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { MessageLinks } from '../../sending/message-links.js';
import { textOfNotice } from '../../words/notice-words.js';
import type { AwaitingRow } from './awaiting.entity.js';
import { AwaitingRepository } from './awaiting.repository.js';

/**
 * What the link in a message does, for whoever it was sent to. It is good for as long as the thing waits for that person, and
 * so for once: what is done waits no more.
 */
@Injectable()
export class ActService {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: MessageLinks,
    private readonly awaiting: AwaitingRepository,
  ) {}

  /** @throws DomainError `LINK_INVALID`, `ACT_OVER` */
  @Handles(actContract.show)
  show(request: ActByLink, call: CallContext): Promise<ActView> {
    return this.transactions.read(call, async (tx) => {
      const { row, kind } = await this.find(tx, request);
      const { heading, lines, link } = textOfNotice(row, call.locale, tx.now);
      const { words } = linkActs[kind];
      const act = call.locale === 'en' ? words.en : words.zh;
      return { heading, title: row.title, lines, act, link, dueAt: row.dueAt?.toISOString() ?? null };
    });
  }

  /** Asked by the gateway, which then asks the service of the thing. @throws DomainError `LINK_INVALID`, `ACT_OVER` */
  @Handles(actContract.open)
  open(request: ActByLink, call: CallContext): Promise<OpenedAct> {
    return this.transactions.read(call, async (tx) => {
      const { personId, kind, row } = await this.find(tx, request);
      return { personId, kind, thingId: row.thingId, version: row.linkVersion };
    });
  }

  private async find(
    tx: Transaction,
    { token }: ActByLink,
  ): Promise<{ readonly personId: string; readonly kind: LinkActKind; readonly row: AwaitingRow }> {
    const opened = this.links.openAct(token);
    if (opened === null) throw new DomainError('LINK_INVALID');
    const row = await this.awaiting.findFor(tx, opened);
    const kind = row && linkActOf(row.kind, row.linkVersion);
    if (row === null || kind === null) throw new DomainError('ACT_OVER');
    return { personId: opened.personId, kind, row };
  }
}
