import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { OwnList } from '../../../kit/own-list.js';
import { IntakeLine } from '../../evaluation/intake/intake-line.js';

/** The reader's complaints, proposals and questions, and how each was answered. */
export function MyIntake() {
  const { t } = useTranslation();
  const entries = useList('intake', '/me/intake', {});
  const newOne = (
    <Link to="/intake/new" className="back">
      {t('mine.newIntake')}
    </Link>
  );
  return (
    <OwnList
      id="my-intake"
      title={t('mine.intake')}
      list={entries}
      empty={{ text: t('mine.noIntake'), action: newOne }}
      footer={newOne}
    >
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map((entry) => (
            <IntakeLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </OwnList>
  );
}
