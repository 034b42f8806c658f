import type { KeptNotice } from '@gongxiang/contracts/notification/notice-raised';
import { networkTimeZone } from '@gongxiang/domain';
import type { KeptRow } from './notice-move.repository.js';

/** What something was called; only its words have it now. */
const titles = [
  'brandName',
  'moneyTitle',
  'seasonName',
  'rankingTitle',
  'needTitle',
  'resourceTitle',
] as const;
const elsewhere: readonly string[] = [...titles, 'brandId', 'surveyId', 'venueBefore', 'intakeKind'];

/** A notice as it was kept here, in the form in which notices are raised now. */
export function movedNotice(row: KeptRow): KeptNotice {
  const { id, personId, kind, why, cause, details, sourceId } = row;
  const surveyId = details['surveyId'];
  const called = titles.map((name) => details[name]).find((title) => title != null);
  const values = Object.entries(details).filter(
    (one): one is [string, string] => typeof one[1] === 'string' && !elsewhere.includes(one[0]),
  );
  return {
    id,
    personId,
    kind,
    why,
    cause,
    about: { ...row.about, ...(surveyId == null ? {} : { surveyId }) },
    title: called ?? row.activityTitle,
    values: { ...Object.fromEntries(values), ...saidByAbsence(row) },
    timeZone: row.timeZone ?? networkTimeZone,
    textId: kind === 'message' ? sourceId : null,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}

/** What a notice said by what it did not have. */
function saidByAbsence({ kind, details }: KeptRow): Record<string, string> {
  const lacks = (name: string): boolean => details[name] == null;
  if (kind === 'albumHidden' && lacks('reason')) return { reported: 'yes' };
  if (kind === 'albumReportDecided' && lacks('reason')) return { shown: 'yes' };
  if (kind === 'activityChanged' && 'venue' in details && lacks('venue')) return { placeUnknown: 'yes' };
  if (kind === 'delegationGiven' && lacks('at')) return { openEnded: 'yes' };
  return {};
}
