import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { OwnList } from '../../../kit/own-list.js';
import { WaitCard } from './wait-card.js';

/** The waits of mine and of my unions; nothing where there are none. */
export function MyWaits() {
  const { t } = useTranslation();
  const waits = useList('loanWait', '/me/loan-waits', {});
  return (
    <OwnList
      id="my-waits"
      title={t('lending.wait.mine')}
      list={waits}
      empty={{ text: t('lending.wait.none') }}
    >
      {(items) => (
        <ul className="plain-list mine-lines">
          {items.map((wait) => (
            <WaitCard key={wait.id} wait={wait} />
          ))}
        </ul>
      )}
    </OwnList>
  );
}
