import { AssignmentPartRow, AssignmentRow } from './assignments/assignment/assignment.entity.js';
import {
  BulletinReceiptRow,
  BulletinRevisionRow,
  BulletinRow,
} from './bulletins/bulletin/bulletin.entity.js';
import { MatterEntryRow, MatterPaperRow, MatterRow } from './matters/matter/matter.entity.js';
import { MatterPaymentRow } from './matters/matter-payment/matter-payment.entity.js';
import { ServiceEditionRow, ServiceItemRow } from './matters/service-item/service-item.entity.js';
import { TopicKeyRow, TopicTotalRow, TopicWordRow } from './matters/triage/triage.entity.js';
import { MemberRef, RoleRef, UnionRef } from './reference/reference.entity.js';

/** Every table of this service, for the data source and for the test that compares them with the catalogue. */
export const entities = [
  UnionRef,
  MemberRef,
  RoleRef,
  ServiceItemRow,
  ServiceEditionRow,
  MatterRow,
  MatterEntryRow,
  MatterPaperRow,
  MatterPaymentRow,
  TopicKeyRow,
  TopicTotalRow,
  TopicWordRow,
  BulletinRow,
  BulletinRevisionRow,
  BulletinReceiptRow,
  AssignmentRow,
  AssignmentPartRow,
];
