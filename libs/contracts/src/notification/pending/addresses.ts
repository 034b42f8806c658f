import type { NoticeAddressState } from '../notice-address.contract.js';
import type { WaitsOf } from './state-waits.js';

export const addressesWaits = {
  noticeAddressStates: {
    unproved: 'the person who has just entered it has the code, and need not go on',
    active: 'it is used',
  } satisfies WaitsOf<NoticeAddressState>,
};
