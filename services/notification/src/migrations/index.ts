import { Inbox1765000000000 } from './1765000000000-inbox.js';
import { Waiting1765100000001 } from './1765100000001-waiting.js';
import { Sending1765200000000 } from './1765200000000-sending.js';
import { Announcements1765300000021 } from './1765300000021-announcements.js';
import { MoreChannels1765400000000 } from './1765400000000-more-channels.js';
import { Texts1765500000000 } from './1765500000000-texts.js';
import { DeliveryReport1765600000000 } from './1765600000000-delivery-report.js';
import { Delegates1765700000000 } from './1765700000000-delegates.js';
import { Wechat1765800000000 } from './1765800000000-wechat.js';
import { Complaints1766620000000 } from './1766620000000-complaints.js';
import { NewlyAwaited1767200000000 } from './1767200000000-newly-awaited.js';
import { Receipts1767200000010 } from './1767200000010-receipts.js';
import { LinkVersions1767330000030 } from './1767330000030-link-versions.js';
import { WrittenTitles1767340000000 } from './1767340000000-written-titles.js';

/** In the order in which they are applied, after those of the libraries. */
export const migrations = [
  Inbox1765000000000,
  Waiting1765100000001,
  Sending1765200000000,
  Announcements1765300000021,
  MoreChannels1765400000000,
  Texts1765500000000,
  DeliveryReport1765600000000,
  Delegates1765700000000,
  Wechat1765800000000,
  Complaints1766620000000,
  NewlyAwaited1767200000000,
  Receipts1767200000010,
  LinkVersions1767330000030,
  WrittenTitles1767340000000,
];
