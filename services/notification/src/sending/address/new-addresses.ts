import { Inject, Injectable } from '@nestjs/common';
import { noticeAddressesMax } from '@gongxiang/contracts/notification/notice-address.contract';
import type { NoticeChannel } from '@gongxiang/contracts/notification/notice-channels';
import { dayMs, DomainError, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { CHANNELS, type Channels } from '../channels.js';
import { AddressSecrets } from './address-secrets.js';
import type { NoticeAddressRow } from './notice-address.entity.js';
import { waitForCode } from './notice-address.model.js';
import { NoticeAddressRepository } from './notice-address.repository.js';

/** What every new address has to keep to. */
@Injectable()
export class NewAddresses {
  constructor(
    private readonly addresses: NoticeAddressRepository,
    private readonly secrets: AddressSecrets,
    @Inject(CHANNELS) private readonly channels: Channels,
  ) {}

  /** @throws DomainError `CHANNEL_MISSING` */
  requireChannel(channel: NoticeChannel): void {
    if (this.channels.adapters[channel] === undefined) throw new DomainError('CHANNEL_MISSING');
  }

  /** @throws DomainError `NOTICE_ADDRESSES_TOO_MANY` */
  requireRoom(own: readonly NoticeAddressRow[]): void {
    if (own.length >= noticeAddressesMax)
      throw new DomainError('NOTICE_ADDRESSES_TOO_MANY', { params: { max: noticeAddressesMax } });
  }

  /** The caller's, not stored yet. */
  row(
    tx: Transaction,
    address: string,
    more: Pick<NoticeAddressRow, 'channel' | 'fingerprint' | 'label' | 'state'>,
  ): NoticeAddressRow {
    const id = newId();
    return {
      id,
      personId: tx.personId,
      sealedAddress: this.secrets.seal(id, address),
      tries: 0,
      codeUntil: null,
      createdAt: tx.now,
      reachedAt: null,
      failingSince: null,
      ...more,
    };
  }

  /** Before a code is made for the caller. @throws DomainError `TOO_MANY_REQUESTS` */
  async limitCodes(tx: Transaction): Promise<void> {
    const since = new Date(tx.now.getTime() - dayMs);
    const waitMs = waitForCode(await this.addresses.codesSince(tx, tx.personId, since), tx.now);
    if (waitMs === 0) return;
    const seconds = Math.ceil(waitMs / 1_000);
    throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
  }
}
