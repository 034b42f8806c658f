import { newId } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { KeptAnswerRow, KeptComplaintRow, KeptFollowUpRow } from './kept-complaint.entity.js';

interface Planted {
  readonly personId: string;
  readonly unionId: string;
  readonly text: string;
  /** Answered by whom and how, asked again after it, and closed with a reason. */
  readonly answer?: { readonly text: string; readonly by: string };
  readonly askedAgain?: string;
  readonly closeReason?: string;
}

/** A complaint as the release before kept it. @returns its id */
export async function plantComplaint(membership: ServiceFixture, planted: Planted): Promise<string> {
  const { personId, unionId, text, answer, askedAgain, closeReason } = planted;
  const personalData = membership.app.get(PersonalData);
  const seal = (plain: string): string => personalData.seal(personId, 'intake', plain);
  const now = membership.clock.now();
  const id = newId();
  const isAnswered = answer !== undefined && askedAgain === undefined;
  const open = isAnswered ? 'answered' : 'open';
  const row = new KeptComplaintRow();
  Object.assign(row, {
    ...{ id, personId, unionId, homeUnionId: unionId, kind: 'complaint', version: 1 },
    state: closeReason === undefined ? open : 'closed',
    text: seal(text),
    page: '/activities',
    subjectNoun: null,
    subjectId: null,
    ...{ createdAt: now, dueAt: new Date(now.getTime() + 7 * 86_400_000) },
    closedBy: closeReason === undefined ? null : personId,
    closedAt: closeReason === undefined ? null : now,
    closeReason: closeReason === undefined ? null : seal(closeReason),
    ending: closeReason === undefined ? null : 'resolved',
    closesAt: null,
  } satisfies KeptComplaintRow);
  const { manager } = membership.dataSource;
  await manager.insert(KeptComplaintRow, row);
  if (answer !== undefined)
    await manager.insert(KeptAnswerRow, {
      ...{ entryId: id, number: 1, unionId, text: seal(answer.text) },
      ...{ answeredBy: answer.by, answeredAt: now },
    });
  if (askedAgain !== undefined) {
    const askedAt = new Date(now.getTime() + 1_000);
    await manager.insert(KeptFollowUpRow, { entryId: id, number: 1, text: seal(askedAgain), askedAt });
  }
  return id;
}
