import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../kit/save-file.js';
import { dueDayFileOf } from '../../activities/calendar-event/calendar-event.model.js';

interface ToCalendarProps {
  /** As in the subscription: a calendar that has both shows it once. */
  readonly uid: string;
  readonly version: number;
  readonly title: string;
  readonly dueOn: string;
  /** The page of the portal. */
  readonly path: string;
}

/** Hands the day by which something is due to the calendar of the phone; it needs no network. */
export function ToCalendar({ uid, version, title, dueOn, path }: ToCalendarProps) {
  const { t } = useTranslation();
  const save = (): void => {
    const file = dueDayFileOf({
      uid,
      changedAt: new Date(),
      sequence: version,
      on: dueOn,
      title: t('assignment.dueTitle', { title }),
      description: null,
      url: `${location.origin}${path}`,
      reminds: true,
    });
    saveFile(`${title}.ics`, new Blob([file], { type: 'text/calendar' }));
  };
  return (
    <Button icon={<CalendarOutlined aria-hidden />} onClick={save}>
      {t('assignment.toCalendar')}
    </Button>
  );
}
