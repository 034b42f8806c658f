import { Injectable } from '@nestjs/common';
import { type NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { type NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { Notice, NoticeValues } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import type { SeatCause } from './belonging.model.js';
import type { RegistrationRow } from './registration.entity.js';
import { noticeOfStep } from './notice-step.model.js';

interface Changed {
  readonly tx: Transaction;
  readonly row: RegistrationRow;
}

/** Why seats change hands, as far as it is told. */
interface Why {
  readonly isDrawn?: boolean;
  readonly cause?: SeatCause | null;
}

/** Notices to people whose registration is changed by somebody else, by time or by a rule. */
@Injectable()
export class RegistrationNotices {
  constructor(private readonly writer: NoticeWriter) {}

  /** People who sign up themselves get no notice, so a rush costs no statement. */
  async notify(changes: readonly Changed[], before: string | null, why: Why): Promise<void> {
    const notices = changes.flatMap((change) => noticesOf(change, before, why));
    const [first] = changes;
    if (first !== undefined) await this.writer.write(first.tx, notices);
  }
}

function noticesOf(
  { tx, row }: Changed,
  before: string | null,
  { isDrawn = false, cause: rule = null }: Why,
): Notice[] {
  const { personId, activityId, id, version } = row;
  const byPersonId = tx.call.actor?.personId ?? null;
  const kind = noticeOfStep({
    before,
    after: row.state,
    personId,
    byPersonId,
    isDrawn,
    hasMoved: rule === 'moved',
  });
  if (kind === null) return [];
  // Each version of a registration occurs once.
  const cause = `registration/${id}/${version}`;
  return [
    {
      personIds: [personId],
      about: { activityId },
      kind,
      why: whyOf(kind),
      cause,
      values: valuesOf(kind, tx, row.state, rule),
    },
  ];
}

const registeredKinds: readonly NoticeKind[] = ['registrationCancelled', 'seatWithdrawn', 'seatMoved'];

function whyOf(kind: NoticeKind): NoticeReason {
  if (kind === 'signedUp') return 'actedFor';
  if (kind === 'drawWon') return 'enteredDraw';
  return registeredKinds.includes(kind) ? 'registered' : 'waited';
}

function valuesOf(
  kind: NoticeKind,
  tx: Transaction,
  state: RegistrationState,
  rule: SeatCause | null,
): NoticeValues {
  const role = actingRoleOf(tx);
  if (kind === 'signedUp')
    return { state: state === 'waitlisted' ? 'waitlisted' : 'confirmed', role: role ?? 'officer' };
  if (kind === 'registrationCancelled')
    return role === null ? { cause: rule ?? 'membershipEnded' } : { cause: 'byOfficer', role };
  return {};
}

/** As whom somebody acts for others. */
const actingRoles = ['officer', 'organiser'] as const;
type ActingRole = (typeof actingRoles)[number];

/**
 * The role in which the caller acts for others; null for background work. The role suffices: no name is disclosed.
 */
function actingRoleOf(tx: Transaction): ActingRole | null {
  const held = tx.call.actor?.roles.map(({ role }) => role) ?? [];
  return actingRoles.find((role) => held.includes(role)) ?? null;
}
