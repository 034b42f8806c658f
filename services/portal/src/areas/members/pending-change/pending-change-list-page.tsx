import '../../../kit/styles/organising.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { PendingChangeCard } from './pending-change-card.js';
import { type PendingChangeList, pendingChangeLists, usePendingChanges } from './use-pending-changes.js';

/** What a union cannot decide alone: for whoever decides it, whoever proposed it, and the person whom it is about. */
export function PendingChangeListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const seesUnions = holds('officer', 'operator', 'auditor');
  const [chosen, setChosen] = useState<PendingChangeList>('waitingForMe');
  const shown = seesUnions ? chosen : 'mine';
  const list = usePendingChanges(shown);
  return (
    <>
      {seesUnions && <AreaTabs area="members" />}
      <PageHead title={t('pendingChange.list.title')} />
      <p className="hint">{t(seesUnions ? 'pendingChange.list.hint' : 'pendingChange.list.hintOfPerson')}</p>
      {seesUnions && (
        <div className="filters">
          <Choice<PendingChangeList>
            label={t('pendingChange.list.which')}
            value={chosen}
            onChange={(value) => setChosen(value ?? 'waitingForMe')}
            options={pendingChangeLists.map((value) => ({ value, label: t(`pendingChange.list.${value}`) }))}
          />
        </div>
      )}
      <PagedList list={list} empty={{ text: t('pendingChange.list.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((change) => (
              <li key={change.id}>
                <PendingChangeCard change={change} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
