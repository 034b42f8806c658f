import '../../../kit/styles/list-page.css';
import '../../../kit/styles/ledger.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList, useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { BranchMap, mappedMax } from './branch-map.js';
import { BranchTable } from './branch-table.js';
import { BranchFigures, BranchMonths } from './branch-figures.js';
import { lastTwelveMonths, linesOf } from './overview.model.js';
import { OverdueBelow } from './overdue-below.js';

const readers = ['officer', 'auditor', 'operator'] as const;

/** How the unions below are doing: what they hold, lend and let wait too long. What they have to do themselves is theirs. */
export function OverviewPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { unionIdsOf } = useOffices();
  const unionId = search.get('union') ?? unionIdsOf(...readers)[0];
  return (
    <>
      <PageHead title={t('app.page.overview')} />
      <p className="hint">{t('overview.hint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('overview.union')}
          none={t('overview.chooseUnion')}
          roles={readers}
          {...(unionId === undefined ? {} : { value: unionId })}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
        />
      </div>
      {unionId === undefined ? (
        <EmptyState text={t('overview.noOffice')} />
      ) : (
        <Branch key={unionId} unionId={unionId} />
      )}
    </>
  );
}

function Branch({ unionId }: { readonly unionId: string }) {
  const period = useMemo(() => lastTwelveMonths(new Date()), []);
  const shared = useRead('activity', '/unions/{unionId}/sharing-below', { unionId, ...period });
  const { data: census } = useRead('census', '/census', { union: unionId, by: 'participation' });
  const { data: waiting } = useRead('waiting', '/unions/{unionId}/waiting-below', { unionId });
  const below = useList('union', '/unions', { parent: unionId }, { limit: mappedMax });
  return (
    <Loaded query={shared}>
      {({ unionName, unions, months }) => {
        const lines = linesOf({ unionId, shared: unions, members: census?.rows, waiting: waiting?.unions });
        return (
          <>
            <h2>{unionName}</h2>
            <BranchFigures months={months} lines={lines} members={census?.members ?? null} />
            {waiting !== undefined && <OverdueBelow overdue={waiting.overdue} />}
            <BranchMap lines={lines} unions={below.items} hasMore={below.hasNextPage} />
            <BranchTable lines={lines} title={unionName} />
            <BranchMonths months={months} />
          </>
        );
      }}
    </Loaded>
  );
}
