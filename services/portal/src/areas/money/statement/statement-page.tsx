import '../../../kit/styles/ledger.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { ActingFor } from '../bookkeeping/acting-for.js';
import { DownloadStatement } from './download-statement.js';
import { hasParty, searchOfStatement, type StatementQuery, statementQueryOf } from './statement.model.js';
import { statementReaders, StatementForm, thisQuarterOf } from './statement-form.js';
import { StatementTable } from './statement-table.js';

export function StatementPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [ownUnion = ''] = useOffices().unionIdsOf(...statementReaders);
  const asked = search.size === 0 ? thisQuarterOf(ownUnion) : statementQueryOf(search);
  const { from, to } = asked;
  const isWhole = hasParty(asked) && from !== '' && to !== '';
  return (
    <>
      <PageHead title={t('app.page.statements')}>{isWhole && <DownloadStatement asked={asked} />}</PageHead>
      <p className="hint">{t('money.statement.hint')}</p>
      <StatementForm
        key={`${search} ${ownUnion}`}
        asked={asked}
        onAsk={(query) => setSearch(searchOfStatement(query))}
      />
      {isWhole ? <OneStatement asked={asked} /> : <EmptyState text={t('money.statement.choose')} />}
    </>
  );
}

function OneStatement({ asked }: { readonly asked: StatementQuery }) {
  const { data, error, isPending, refetch } = useRead('statement', '/statements', searchOfStatement(asked));
  if (isPending) return <LoadingState rows={8} />;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {asked.union !== '' && <ActingFor unionId={asked.union} />}
      <StatementTable statement={data} />
    </>
  );
}
