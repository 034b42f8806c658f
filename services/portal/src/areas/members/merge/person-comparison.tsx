import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { MergePerson } from './merge.model.js';

interface PersonComparisonProps {
  readonly survivor: MergePerson;
  readonly merged: MergePerson;
}

/** Two records side by side, what differs marked. */
export function PersonComparison({ survivor, merged }: PersonComparisonProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const rows = (['name', 'residentNumber', 'phone', 'unionName', 'validFrom'] as const).map((field) => ({
    field,
    left: survivor[field] ?? t('common.none'),
    right: merged[field] ?? t('common.none'),
  }));
  const more = [
    {
      field: 'signsIn',
      left: t(survivor.signsIn ? 'memberMerge.signsInYes' : 'memberMerge.signsInNo'),
      right: t(merged.signsIn ? 'memberMerge.signsInYes' : 'memberMerge.signsInNo'),
    },
    { field: 'offices', left: String(survivor.offices), right: String(merged.offices) },
    { field: 'createdAt', left: instant(survivor.createdAt), right: instant(merged.createdAt) },
  ] as const;
  return (
    <div className="table-frame">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('memberMerge.field')}</th>
            <th scope="col">{t('memberMerge.survivor')}</th>
            <th scope="col">{t('memberMerge.merged')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows, ...more].map(({ field, left, right }) => (
            <tr key={field}>
              <th scope="row">{t(`memberMerge.fields.${field}`)}</th>
              <td>{left === right ? left : <mark>{left}</mark>}</td>
              <td>{left === right ? right : <mark>{right}</mark>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
