import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { differenceOf, type ListedPerson, refusalOf, type Shown } from './check-in.model.js';

interface ReviewListProps {
  readonly scans: readonly Shown[];
  readonly persons: readonly ListedPerson[];
  readonly onSeen: () => void;
}

/** Scans on which the platform disagrees with this device, and people whom more than one door has let in. */
export function ReviewList({ scans, persons, onSeen }: ReviewListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const several = persons.filter(({ admissions }) => admissions > 1);
  if (scans.length === 0 && several.length === 0) return null;
  return (
    <section className="card looked-at-anew" aria-labelledby="anew-title">
      <h2 id="anew-title">{t('checkIn.anew')}</h2>
      <p className="hint">{t('checkIn.anewHint')}</p>
      <ul className="plain-list" aria-live="polite">
        {scans.map(({ item, label, said, answer }) =>
          answer === null ? null : (
            <li key={item.operationId} className={`scan is-${answer.result}`}>
              <span>
                <strong>{label}</strong> <span className="hint">{format.instant(item.at)}</span>
                <p>{t(`checkIn.difference.${differenceOf({ said }, answer)}`)}</p>
                {answer.result === 'refused' && <p>{t(`checkIn.refusal.${refusalOf(answer.code)}`)}</p>}
              </span>
            </li>
          ),
        )}
        {several.map(({ personHash, maskedName, admissions }) => (
          <li key={personHash} className="scan is-already">
            <span>
              <strong>{maskedName}</strong> {t('checkIn.letInTimes', { count: admissions })}
            </span>
          </li>
        ))}
      </ul>
      {scans.length > 0 && <Button onClick={onSeen}>{t('checkIn.seen')}</Button>}
    </section>
  );
}
