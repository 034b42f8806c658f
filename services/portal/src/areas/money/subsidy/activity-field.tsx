import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { Choice } from '../../../kit/choice.js';

interface ActivityFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (activityId: string | undefined) => void;
  /** Whose activities stand there; none as long as it is not known. */
  readonly unionId: string | undefined;
}

const shownMax = 100;

/** The activities of the union that applies; what is for none of them is for another purpose. */
export function ActivityField({ unionId, ...field }: ActivityFieldProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['activity', 'list', { organiser: unionId }],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities', {
          params: { query: { organiser: `union:${unionId ?? ''}`, limit: shownMax } },
          signal,
        }),
      ),
    enabled: unionId !== undefined,
  });
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
