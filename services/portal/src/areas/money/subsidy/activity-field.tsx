import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';

interface ActivityFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (activityId: string | undefined) => void;
  /** The organiser of the activities; none are listed as long as it is not known. */
  readonly unionId: string | undefined;
}

const shownMax = 100;

/** The activities of the union that applies; an application for none of them is for another purpose. */
export function ActivityField({ unionId, ...field }: ActivityFieldProps) {
  const { t } = useTranslation();
  const { data } = useRead(
    'activity',
    '/activities',
    unionId === undefined ? undefined : { organiser: `union:${unionId}`, limit: shownMax },
  );
  return (
    <Choice<string>
      {...field}
      options={[
        { value: '', label: t('subsidy.noActivity') },
        ...(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  );
}
