import { Injectable } from '@nestjs/common';
import { Done, type NoRequest } from '@gongxiang/contracts/core/contract';
import { type NoticeKind, noticeRules, refusableKinds } from '@gongxiang/contracts/notification/notice-kinds';
import {
  noticePreferenceContract,
  type NoticePreferencesView,
  type RefuseByLink,
  type SetNoticePreferences,
} from '@gongxiang/contracts/notification/notice-preference.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { headingOf } from '../../words/notice-words.js';
import { actions } from '../actions.js';
import { MessageLinks } from '../message-links.js';
import { NoticePreferenceRepository } from './notice-preference.repository.js';
import { defaultPreferences, type Preferences } from './send-time.model.js';

/** What a person wants to be sent beside the inbox. */
@Injectable()
export class NoticePreferenceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly preferences: NoticePreferenceRepository,
    private readonly links: MessageLinks,
  ) {}

  @Handles(noticePreferenceContract.get)
  get(_request: NoRequest, call: CallContext): Promise<NoticePreferencesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.manageOwnNoticePreferences, {});
      const row = await this.preferences.find(tx, tx.personId);
      return viewOf(tx, row ?? { ...defaultsFor(tx), version: 0 });
    });
  }

  /** @throws DomainError `QUIET_BOTH` if only one end of the rest is given, `CHANNEL_TWICE`, `VERSION_STALE` */
  @Handles(noticePreferenceContract.set)
  set(request: SetNoticePreferences, call: CallContext): Promise<Outcome<NoticePreferencesView>> {
    return this.transactions.command(call, noticePreferenceContract.set, request, async (tx) => {
      tx.authorise(actions.manageOwnNoticePreferences, {});
      const before = await this.preferences.lock(tx, tx.personId);
      const version = before?.version ?? 0;
      requireVersion(tx, version);
      requireWhole(request);
      const row = { ...request, personId: tx.personId, version: version + 1 };
      await this.preferences.save(tx, row);
      return viewOf(tx, row);
    });
  }

  /** By whoever has the message, without signing in: mail programs do it by themselves. @throws DomainError `LINK_INVALID` */
  @Handles(noticePreferenceContract.refuse)
  refuse(request: RefuseByLink, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, noticePreferenceContract.refuse, request, async (tx) => {
      const refused = this.links.openRefusal(request.token);
      const kind = refusableKinds.find((one) => one === refused?.kind);
      if (refused === null || kind === undefined) throw new DomainError('LINK_INVALID');
      await this.refuseKind(tx, refused.personId, kind);
      return new Done();
    });
  }

  private async refuseKind(tx: Transaction, personId: string, kind: NoticeKind): Promise<void> {
    const before = await this.preferences.lock(tx, personId);
    const { version, ...known } = before ?? { ...defaultPreferences, personId, version: 0 };
    if (known.refusedKinds.includes(kind)) return;
    const refusedKinds = [...known.refusedKinds, kind];
    await this.preferences.save(tx, { ...known, refusedKinds, version: version + 1 });
  }
}

/** In the language that the person reads now. */
function defaultsFor(tx: Transaction): Preferences {
  return { ...defaultPreferences, locale: tx.call.locale };
}

function viewOf(tx: Transaction, row: Preferences & { readonly version: number }): NoticePreferencesView {
  const { version, locale, quietFrom, quietTo, digest, channels, refusedKinds } = row;
  const kinds = refusableKinds.map((kind) => ({
    kind,
    urgency: noticeRules[kind].urgency,
    heading: headingOf(kind, tx.call.locale),
  }));
  return { version, locale, quietFrom, quietTo, digest, channels, refusedKinds, kinds };
}

function requireWhole({ quietFrom, quietTo, channels }: SetNoticePreferences): void {
  if ((quietFrom === null) !== (quietTo === null))
    throw new DomainError('QUIET_BOTH', { pointer: quietFrom === null ? '/quietFrom' : '/quietTo' });
  const twice = channels.findIndex(
    ({ channel }, index) => channels.findIndex((other) => other.channel === channel) < index,
  );
  if (twice !== -1) throw new DomainError('CHANNEL_TWICE', { pointer: `/channels/${twice}/channel` });
}
