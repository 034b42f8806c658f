import { Module } from '@nestjs/common';
import { AddressSecrets } from './address/address-secrets.js';
import { NewAddresses } from './address/new-addresses.js';
import { NoticeAddressRepository } from './address/notice-address.repository.js';
import { NoticeAddressService } from './address/notice-address.service.js';
import { WechatAddressService } from './address/wechat-address.service.js';
import { channelsProvider } from './channels.js';
import { ChannelBudget } from './delivery/channel-budget.js';
import { ChannelMonthRepository } from './delivery/channel-month.repository.js';
import { Deliveries } from './delivery/deliveries.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DeliveryWatch } from './delivery/delivery-watch.js';
import { DeliverySender } from './delivery/delivery-sender.js';
import { ReceiptRepository } from './delivery/receipt.repository.js';
import { Receipts } from './delivery/receipts.js';
import { MessageLinks } from './message-links.js';
import { NoticePreferenceRepository } from './preference/notice-preference.repository.js';
import { NoticePreferenceService } from './preference/notice-preference.service.js';
import { SMS_SENDING, smsSendingProvider } from './sms-sending.js';

@Module({
  providers: [
    smsSendingProvider,
    channelsProvider,
    AddressSecrets,
    MessageLinks,
    NewAddresses,
    NoticeAddressRepository,
    NoticeAddressService,
    WechatAddressService,
    NoticePreferenceRepository,
    NoticePreferenceService,
    DeliveryRepository,
    ChannelMonthRepository,
    ChannelBudget,
    Deliveries,
    DeliverySender,
    ReceiptRepository,
    Receipts,
    DeliveryWatch,
  ],
  exports: [SMS_SENDING, ChannelBudget, Deliveries, MessageLinks],
})
export class SendingModule {}
