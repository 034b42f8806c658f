import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Activity } from './activity-form.js';

type ActivityCopy = components['schemas']['ActivityCopyView'];
type CopyKnown = Pick<ActivityCopy, 'moved' | 'holidaysUnknown' | 'invite'>;

interface CopyNotesProps {
  readonly known: CopyKnown;
  readonly timeZone: string;
  /** Did the original have its place by a loan? */
  readonly wasLent: boolean;
}

/** What matters after a copy: which day it was moved from and why, and what has to be done again. */
export function CopyNotes({ known, timeZone, wasLent }: CopyNotesProps) {
  const { t } = useTranslation();
  const { moved, holidaysUnknown, invite } = known;
  const start = moved.find(({ field }) => field === 'startsAt');
  const names = invite.map(({ name }) => name).join(t('common.separator'));
  const texts = [
    holidaysUnknown === null ? null : t('copying.unknown', { year: String(holidaysUnknown) }),
    names === '' ? null : t('copying.invite', { names }),
    wasLent ? t('copying.loan') : null,
  ].filter((text) => text !== null);
  if (start === undefined && texts.length === 0) return null;
  return (
    <ul>
      {start !== undefined && <MovedStart start={start} timeZone={timeZone} />}
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface MovedStartProps {
  readonly start: ActivityCopy['moved'][number];
  readonly timeZone: string;
}

function MovedStart({ start: { from, to, reason, holiday }, timeZone }: MovedStartProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const name = holiday === null ? '' : t(`copying.holiday.${holiday}`);
  return (
    <li>
      {t(`copying.moved.${reason}`, { from: format.instant(from), to: format.instant(to), holiday: name })}
    </li>
  );
}

/** Passed to the page of the new draft. */
export interface Copied extends CopyKnown {
  readonly wasLent: boolean;
}

export function copiedOf({ moved, holidaysUnknown, invite }: ActivityCopy, original: Activity): Copied {
  return { moved, holidaysUnknown, invite, wasLent: original.loanId !== null };
}
