import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { refusalKey } from './outcome.model.js';

interface OutcomeProps {
  readonly title: string;
  readonly refused: readonly components['schemas']['SeriesRefusalView'][];
  readonly kept?: readonly components['schemas']['SeriesKeptView'][];
}

/** What was done, and for each occurrence to which it was not done, the reason. */
export function Outcome({ title, refused, kept = [] }: OutcomeProps) {
  const { t } = useTranslation();
  const lines = [
    ...kept.map(({ number, fields }) => {
      const names = fields.map((field) => t(`series.field.${field}`)).join(t('common.separator'));
      return t('series.page.kept', { number, fields: names });
    }),
    ...refused.map(({ number, code }) =>
      t('series.page.refused', { number, reason: t(`series.refusal.${refusalKey(code)}`) }),
    ),
  ];
  return (
    <Alert
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      className="notice"
      title={title}
      {...(lines.length === 0
        ? {}
        : {
            description: (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          })}
    />
  );
}
