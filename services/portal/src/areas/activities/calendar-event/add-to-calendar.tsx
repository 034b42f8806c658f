import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../kit/save-file.js';
import { type CalendarEvent, calendarFileOf } from './calendar-event.model.js';

interface AddToCalendarProps extends Omit<CalendarEvent, 'url'> {
  readonly activityId: string;
}

/** Hands the activity to the calendar of the phone; it needs no network. */
export function AddToCalendar({ activityId, ...event }: AddToCalendarProps) {
  const { t } = useTranslation();
  const url = `${location.origin}/activities/${activityId}`;
  const save = (): void =>
    saveFile(
      `${event.title}.ics`,
      new Blob([calendarFileOf({ ...event, url }, new Date())], { type: 'text/calendar' }),
    );
  return (
    <Button icon={<CalendarOutlined aria-hidden />} onClick={save}>
      {t('registration.toCalendar')}
    </Button>
  );
}
