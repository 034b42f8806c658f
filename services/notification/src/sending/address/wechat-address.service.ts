import { Inject, Injectable } from '@nestjs/common';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import {
  noticeAddressContract,
  type WechatAddressView,
  type WechatCodeView,
  type WechatReturn,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { LOGGER } from '@gongxiang/messaging/service';
import type { Logger } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { WechatAccount } from '../adapters/wechat-account.js';
import { CHANNELS, type Channels } from '../channels.js';
import { NoticePreferenceRepository } from '../preference/notice-preference.repository.js';
import { addressIdIn, AddressSecrets } from './address-secrets.js';
import { NewAddresses } from './new-addresses.js';
import type { NoticeAddressRow } from './notice-address.entity.js';
import { maskedOpenId, triesMax, wechatMs } from './notice-address.model.js';
import { NoticeAddressRepository } from './notice-address.repository.js';
import { noticeAddressViewOf } from './notice-address.view.js';

const retryAfterSeconds = 10;

/**
 * A WeChat becomes an address in three steps: its person asks for it, signed in; somebody opens what they were given in
 * WeChat, where nobody need be signed in, and is shown a code; the person enters that (`NoticeAddressService.prove`).
 * Whoever has one of both alone, the session or the WeChat, gets nothing: see decision 0023.
 */
@Injectable()
export class WechatAddressService {
  constructor(
    private readonly transactions: Transactions,
    private readonly addresses: NoticeAddressRepository,
    private readonly newAddresses: NewAddresses,
    private readonly preferences: NoticePreferenceRepository,
    private readonly secrets: AddressSecrets,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Asking again begins anew: what was given before is good no more. @throws DomainError `CHANNEL_MISSING`,
   * `NOTICE_ADDRESSES_TOO_MANY`, `TOO_MANY_REQUESTS`
   */
  @Handles(noticeAddressContract.addWechat)
  addWechat(request: NoRequest, call: CallContext): Promise<Outcome<WechatAddressView>> {
    return this.transactions.command(call, noticeAddressContract.addWechat, request, async (tx) => {
      tx.authorise(actions.manageOwnNoticeAddresses, {});
      const account = this.account();
      const own = await this.addresses.lockOfPerson(tx, tx.personId);
      const begun = own.find(({ channel, state }) => channel === 'wechat' && state === 'unproved');
      if (begun === undefined) this.newAddresses.requireRoom(own);
      await this.newAddresses.limitCodes(tx);
      const label = maskedOpenId('');
      const row =
        begun ??
        this.newAddresses.row(tx, '', { channel: 'wechat', fingerprint: null, label, state: 'unproved' });
      const until = new Date(tx.now.getTime() + wechatMs);
      const sealedAddress = this.secrets.seal(row.id, '');
      const asked = { ...row, sealedAddress, label, tries: 0, codeUntil: until };
      await (begun === undefined ? this.addresses.insert(tx, asked) : this.addresses.update(tx, asked));
      await this.preferences.begin(tx);
      await this.addresses.noteCode(tx, tx.personId);
      const url = account.authoriseUrl(this.secrets.state(asked, until));
      return { ...noticeAddressViewOf(asked), url, until: until.toISOString() };
    });
  }

  /**
   * By whoever has opened it, without signing in. @throws DomainError `CHANNEL_MISSING`, `WECHAT_LINK_OVER`,
   * `WECHAT_REFUSED`, `WECHAT_DOWN`, `ADDRESS_PROVED_ALREADY`
   */
  @Handles(noticeAddressContract.returnWechat)
  async returnWechat(request: WechatReturn, call: CallContext): Promise<Outcome<WechatCodeView>> {
    const account = this.account();
    // Counted before WeChat is asked, so that nobody makes us ask it without end.
    await this.transactions.system(call.traceparent, (tx) => this.countTry(tx, request));
    const openId = await this.openIdOf(account, request.code);
    return this.transactions.command(call, noticeAddressContract.returnWechat, request, async (tx) => {
      const row = await this.lockAsked(tx, request);
      await this.requireNew(tx, row, openId);
      const until = new Date(tx.now.getTime() + wechatMs);
      const sealedAddress = this.secrets.seal(row.id, openId);
      const label = maskedOpenId(openId);
      await this.addresses.update(tx, { ...row, sealedAddress, label, tries: 0, codeUntil: until });
      return { code: this.secrets.code(row.id, until), until: until.toISOString() };
    });
  }

  /** @throws DomainError `WECHAT_LINK_OVER` */
  private async countTry(tx: Transaction, request: WechatReturn): Promise<void> {
    const row = await this.lockAsked(tx, request);
    if (row.tries >= triesMax) throw new DomainError('WECHAT_LINK_OVER', { pointer: '/state' });
    await this.addresses.update(tx, { ...row, tries: row.tries + 1 });
  }

  private account(): WechatAccount {
    const { wechat } = this.channels;
    if (wechat === null) throw new DomainError('CHANNEL_MISSING');
    return wechat;
  }

  /** The address that a state is for, as long as nobody is known to have opened it. @throws DomainError `WECHAT_LINK_OVER` */
  private async lockAsked(tx: Transaction, { state }: WechatReturn): Promise<NoticeAddressRow> {
    const id = addressIdIn(state);
    const found = await this.addresses.findById(tx, id);
    const own = found === null ? [] : await this.addresses.lockOfPerson(tx, found.personId);
    const row = own.find((one) => one.id === id);
    if (row === undefined || !this.isAsked(row, state, tx.now))
      throw new DomainError('WECHAT_LINK_OVER', { pointer: '/state' });
    return row;
  }

  private isAsked(row: NoticeAddressRow, state: string, now: Date): boolean {
    const { id, codeUntil } = row;
    if (row.channel !== 'wechat' || row.state !== 'unproved' || codeUntil === null || now >= codeUntil)
      return false;
    return this.secrets.isStateOf(state, row, codeUntil) && this.secrets.open(id, row.sealedAddress) === '';
  }

  private async openIdOf(account: WechatAccount, code: string): Promise<string> {
    const owner = await account.ownerOf(code);
    if (owner.is === 'known') return owner.openId;
    if (owner.is === 'refused') throw new DomainError('WECHAT_REFUSED', { pointer: '/code' });
    this.logger.warn({ reason: owner.reason }, 'WeChat did not say who has opened an address');
    throw new DomainError('WECHAT_DOWN', { retryAfterSeconds });
  }

  private async requireNew(tx: Transaction, { personId }: NoticeAddressRow, openId: string): Promise<void> {
    const active = (await this.addresses.ofPerson(tx, personId)).filter(
      ({ channel, state }) => channel === 'wechat' && state === 'active',
    );
    if (active.some(({ id, sealedAddress }) => this.secrets.open(id, sealedAddress) === openId))
      throw new DomainError('ADDRESS_PROVED_ALREADY', { pointer: '/code' });
  }
}
