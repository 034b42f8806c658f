import { NoticeRow, NoticeTextRow } from './inbox/notice/notice.entity.js';
import {
  AwaitedThingRow,
  AwaitExceptRow,
  AwaitingRow,
  AwaitMatterRow,
  AwaitOfficeRow,
  AwaitPersonRow,
  AwaitToldRow,
} from './waiting/awaiting/awaiting.entity.js';
import { AddressCodeRow, NoticeAddressRow } from './sending/address/notice-address.entity.js';
import { ChannelMonthRow } from './sending/delivery/channel-month.entity.js';
import { DeliveryRow } from './sending/delivery/delivery.entity.js';
import { NoticePreferenceRow } from './sending/preference/notice-preference.entity.js';
import { DelegationRef, RoleRef, UnionRef } from './reference/reference.entity.js';
import { TextMessageRow } from './texts/text-message.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  DelegationRef,
  RoleRef,
  NoticeAddressRow,
  AddressCodeRow,
  NoticePreferenceRow,
  DeliveryRow,
  ChannelMonthRow,
  TextMessageRow,
  NoticeRow,
  NoticeTextRow,
  AwaitedThingRow,
  AwaitingRow,
  AwaitPersonRow,
  AwaitMatterRow,
  AwaitOfficeRow,
  AwaitExceptRow,
  AwaitToldRow,
];
