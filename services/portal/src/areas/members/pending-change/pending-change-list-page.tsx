import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { FilingStatistics } from '../filing-statistics/filing-statistics.js';
import { PendingChangeCard } from './pending-change-card.js';

/** The filters of each list: what I may decide, what I have proposed or is about me, what concerns my unions. */
const filtersOf = { waitingForMe: { waitingForMe: true }, mine: { mine: true }, all: {} } as const;
const choices = ['waitingForMe', 'mine', 'all'] as const;
type Choices = (typeof choices)[number];

/** Changes that a union cannot decide alone: for those who decide them, those who propose them, and the people they are about. */
export function PendingChangeListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const seesUnions = holds('officer', 'operator', 'auditor');
  const [chosen, setChosen] = useState<Choices>('waitingForMe');
  return (
    <ListPage
      title={t('app.page.pendingChanges')}
      intro={
        <>
          <p className="hint">
            {t(seesUnions ? 'pendingChange.list.hint' : 'pendingChange.list.hintOfPerson')}
          </p>
          {seesUnions && <FilingStatistics kind="unionMove" />}
        </>
      }
      {...(seesUnions
        ? {
            filters: (
              <Choice<Choices>
                label={t('pendingChange.list.which')}
                value={chosen}
                onChange={(value) => setChosen(value ?? 'waitingForMe')}
                options={choices.map((value) => ({ value, label: t(`pendingChange.list.${value}`) }))}
              />
            ),
          }
        : {})}
      list={useList('pendingChange', '/pending-changes', filtersOf[seesUnions ? chosen : 'mine'])}
      empty={{ text: t('pendingChange.list.none') }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((change) => (
            <li key={change.id}>
              <PendingChangeCard change={change} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}
