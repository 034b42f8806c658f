import { Inject, Injectable } from '@nestjs/common';
import { Done, type NoRequest } from '@gongxiang/contracts/core/contract';
import {
  type AddMailAddress,
  type AddPhoneAddress,
  type AddPushAddress,
  type AddWebhookAddress,
  type AddWecomAddress,
  type NewWebhookView,
  noticeAddressContract,
  type NoticeAddressId,
  type NoticeAddressPage,
  type NoticeAddressView,
  type ProveNoticeAddress,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { type NoticeChannel, noticeChannels } from '@gongxiang/contracts/notification/notice-channels';
import { type CallContext, DomainError, maskPhone } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import type { NotificationConfig } from '../../config/config.js';
import { actions } from '../actions.js';
import { CHANNELS, type Channels } from '../channels.js';
import { Deliveries } from '../delivery/deliveries.js';
import { NoticePreferenceRepository } from '../preference/notice-preference.repository.js';
import { AddressSecrets, fingerprintOf } from './address-secrets.js';
import { NewAddresses } from './new-addresses.js';
import type { NoticeAddressRow } from './notice-address.entity.js';
import { newWebhookSecret, type WebhookAddress } from '../adapters/webhook.js';
import {
  codeMs,
  maskedAccount,
  maskedMail,
  sameAddress,
  triesMax,
  webhookHost,
} from './notice-address.model.js';
import { NoticeAddressRepository } from './notice-address.repository.js';
import { noticeAddressViewOf } from './notice-address.view.js';

/** What a person says is theirs, which a code proves. */
interface EnteredAddress {
  readonly channel: NoticeChannel;
  readonly address: string;
  /** Masked. */
  readonly label: string;
  /** To the field that it came in. */
  readonly pointer: string;
}

/** Where a person's notices go beside the inbox. Everybody keeps their own, and nobody sees another's. */
@Injectable()
export class NoticeAddressService {
  constructor(
    private readonly transactions: Transactions,
    private readonly addresses: NoticeAddressRepository,
    private readonly newAddresses: NewAddresses,
    private readonly preferences: NoticePreferenceRepository,
    private readonly secrets: AddressSecrets,
    private readonly deliveries: Deliveries,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(CONFIG) private readonly config: Pick<NotificationConfig, 'localAddresses'>,
  ) {}

  @Handles(noticeAddressContract.list)
  list(_request: NoRequest, call: CallContext): Promise<NoticeAddressPage> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.manageOwnNoticeAddresses, {});
      const rows = await this.addresses.ofPerson(tx, tx.personId);
      return {
        items: rows.map(noticeAddressViewOf),
        pushKey: this.channels.pushKey,
        channels: noticeChannels.filter((channel) => this.channels.adapters[channel] !== undefined),
      };
    });
  }

  /**
   * A browser that was somebody else's is theirs no more. @throws DomainError `CHANNEL_MISSING`,
   * `NOTICE_ADDRESSES_TOO_MANY`
   */
  @Handles(noticeAddressContract.addPush)
  addPush(request: AddPushAddress, call: CallContext): Promise<Outcome<NoticeAddressView>> {
    return this.transactions.command(call, noticeAddressContract.addPush, request, async (tx) => {
      tx.authorise(actions.manageOwnNoticeAddresses, {});
      this.newAddresses.requireChannel('push');
      const fingerprint = fingerprintOf(request.endpoint);
      await this.addresses.removeByFingerprint(tx, fingerprint);
      this.newAddresses.requireRoom(await this.addresses.lockOfPerson(tx, tx.personId));
      const { endpoint, keys, label } = request;
      const address = JSON.stringify({ endpoint, keys });
      const row = this.newAddresses.row(tx, address, {
        channel: 'push',
        fingerprint,
        label,
        state: 'active',
      });
      await this.addresses.insert(tx, row);
      await this.preferences.begin(tx);
      return noticeAddressViewOf(row);
    });
  }

  /**
   * Entering an address again sends another code. @throws DomainError `CHANNEL_MISSING`, `NOTICE_ADDRESSES_TOO_MANY`,
   * `ADDRESS_PROVED_ALREADY`, `TOO_MANY_REQUESTS`, `CHANNEL_SPENT`
   */
  @Handles(noticeAddressContract.addMail)
  addMail(request: AddMailAddress, call: CallContext): Promise<Outcome<NoticeAddressView>> {
    const { mail } = request;
    const entered = { channel: 'mail', address: mail, label: maskedMail(mail), pointer: '/mail' } as const;
    return this.transactions.command(call, noticeAddressContract.addMail, request, (tx) =>
      this.sendCode(tx, entered),
    );
  }

  /** As a mail address. */
  @Handles(noticeAddressContract.addPhone)
  addPhone(request: AddPhoneAddress, call: CallContext): Promise<Outcome<NoticeAddressView>> {
    const { phone } = request;
    const entered = { channel: 'sms', address: phone, label: maskPhone(phone), pointer: '/phone' } as const;
    return this.transactions.command(call, noticeAddressContract.addPhone, request, (tx) =>
      this.sendCode(tx, entered),
    );
  }

  /** As a mail address. */
  @Handles(noticeAddressContract.addWecom)
  addWecom(request: AddWecomAddress, call: CallContext): Promise<Outcome<NoticeAddressView>> {
    const { userId } = request;
    const label = maskedAccount(userId);
    const entered = { channel: 'wecom', address: userId, label, pointer: '/userId' } as const;
    return this.transactions.command(call, noticeAddressContract.addWecom, request, (tx) =>
      this.sendCode(tx, entered),
    );
  }

  /** @throws DomainError `CHANNEL_MISSING`, `NOTICE_ADDRESSES_TOO_MANY`, `WEBHOOK_ADDRESS` */
  @Handles(noticeAddressContract.addWebhook)
  addWebhook(request: AddWebhookAddress, call: CallContext): Promise<Outcome<NewWebhookView>> {
    return this.transactions.command(call, noticeAddressContract.addWebhook, request, async (tx) => {
      tx.authorise(actions.manageOwnNoticeAddresses, {});
      this.newAddresses.requireChannel('webhook');
      const { url } = request;
      const host = webhookHost(url, this.config.localAddresses === 'true');
      if (host === null) throw new DomainError('WEBHOOK_ADDRESS', { pointer: '/url' });
      this.newAddresses.requireRoom(await this.addresses.lockOfPerson(tx, tx.personId));
      const address: WebhookAddress = { url, secret: newWebhookSecret() };
      const known = { channel: 'webhook', fingerprint: null, label: host, state: 'active' } as const;
      const row = this.newAddresses.row(tx, JSON.stringify(address), known);
      await this.addresses.insert(tx, row);
      await this.preferences.begin(tx);
      return { ...noticeAddressViewOf(row), secret: address.secret };
    });
  }

  /** @throws DomainError `NOT_FOUND`, `ADDRESS_CODE_WRONG`, `ADDRESS_CODE_OVER` if it is too late or was tried too often */
  @Handles(noticeAddressContract.prove)
  async prove(request: ProveNoticeAddress, call: CallContext): Promise<Outcome<NoticeAddressView>> {
    // A wrong code is counted, so that transaction is committed before it is refused.
    const outcome = await this.transactions.command(
      call,
      noticeAddressContract.prove,
      request,
      async (tx) => {
        const row = await this.own(tx, request);
        if (row.state === 'active') return noticeAddressViewOf(row);
        const { codeUntil } = row;
        if (codeUntil === null || tx.now >= codeUntil || row.tries >= triesMax)
          throw new DomainError('ADDRESS_CODE_OVER', { pointer: '/code' });
        if (!this.isProvedBy(row, codeUntil, request.code)) {
          await this.addresses.update(tx, { ...row, tries: row.tries + 1 });
          return null;
        }
        const proved: NoticeAddressRow = { ...row, state: 'active', tries: 0, codeUntil: null };
        await this.addresses.update(tx, proved);
        return noticeAddressViewOf(proved);
      },
    );
    const { body } = outcome;
    if (body === null) throw new DomainError('ADDRESS_CODE_WRONG', { pointer: '/code' });
    return { ...outcome, body };
  }

  /** @throws DomainError `NOT_FOUND`, `ADDRESS_UNPROVED`, `CHANNEL_SPENT` */
  @Handles(noticeAddressContract.test)
  test(request: NoticeAddressId, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, noticeAddressContract.test, request, async (tx) => {
      const row = await this.own(tx, request);
      if (row.state !== 'active') throw new DomainError('ADDRESS_UNPROVED');
      await this.deliveries.sendNow(tx, row, 'test');
      return new Done();
    });
  }

  /** @throws DomainError `NOT_FOUND` */
  @Handles(noticeAddressContract.remove)
  remove(request: NoticeAddressId, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, noticeAddressContract.remove, request, async (tx) => {
      tx.authorise(actions.manageOwnNoticeAddresses, {});
      if (!(await this.addresses.remove(tx, tx.personId, request.addressId)))
        throw new DomainError('NOT_FOUND');
      return new Done();
    });
  }

  /** Whose WeChat it is has to be known before. */
  private isProvedBy({ id, sealedAddress }: NoticeAddressRow, codeUntil: Date, code: string): boolean {
    return this.secrets.code(id, codeUntil) === code && this.secrets.open(id, sealedAddress) !== '';
  }

  private async sendCode(
    tx: Transaction,
    { channel, address, label, pointer }: EnteredAddress,
  ): Promise<NoticeAddressView> {
    tx.authorise(actions.manageOwnNoticeAddresses, {});
    this.newAddresses.requireChannel(channel);
    const own = await this.addresses.lockOfPerson(tx, tx.personId);
    const known = own.find(
      (one) => one.channel === channel && sameAddress(this.secrets.open(one.id, one.sealedAddress), address),
    );
    if (known?.state === 'active') throw new DomainError('ADDRESS_PROVED_ALREADY', { pointer });
    if (known === undefined) this.newAddresses.requireRoom(own);
    await this.newAddresses.limitCodes(tx);
    const row =
      known ?? this.newAddresses.row(tx, address, { channel, fingerprint: null, label, state: 'unproved' });
    const sent = { ...row, tries: 0, codeUntil: new Date(tx.now.getTime() + codeMs) };
    await (known === undefined ? this.addresses.insert(tx, sent) : this.addresses.update(tx, sent));
    await this.preferences.begin(tx);
    await this.addresses.noteCode(tx, tx.personId);
    await this.deliveries.sendNow(tx, sent, 'code');
    return noticeAddressViewOf(sent);
  }

  private async own(tx: Transaction, { addressId }: NoticeAddressId): Promise<NoticeAddressRow> {
    tx.authorise(actions.manageOwnNoticeAddresses, {});
    const rows = await this.addresses.lockOfPerson(tx, tx.personId);
    const row = rows.find(({ id }) => id === addressId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }
}
