import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import './roster.css';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { UnionName } from '../../../session/union-name.js';
import { ImportProgress } from './import-progress.js';
import { ImportStateTag } from './import-state-tag.js';
import { ImportSteps } from './import-steps.js';
import { LeavingMembers } from './leaving-members.js';
import { RowCounts } from './row-counts.js';
import { RowReport } from './row-report.js';
import { delimiterName, hasReport, isAtWork, type MemberImport } from './roster.model.js';
import { useProblemText } from './use-problem-text.js';

const pollMs = 1_500;

export function MemberImportPage() {
  const { importId = '' } = useParams();
  const found = useQuery({
    ...readOf('memberImport', '/member-imports/{importId}', { importId }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isAtWork(data) ? pollMs : false),
  });
  return <Loaded query={found}>{(data) => <OneImport key={data.id} found={data} />}</Loaded>;
}

function OneImport({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <DetailPage
      title={t('roster.reportTitle')}
      back={`/member-imports?union=${found.unionId}`}
      state={<ImportStateTag state={found.state} />}
      notices={
        found.failure !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t('roster.failed')}
            description={problemText(found.failure)}
            className="notice"
          />
        )
      }
      aside={hasReport(found) && <RowCounts progress={found.progress} isUndone={found.state === 'undone'} />}
      below={
        hasReport(found) && (
          <>
            <RowReport found={found} />
            {found.state === 'checked' && <LeavingMembers found={found} />}
          </>
        )
      }
    >
      {isAtWork(found) && <ImportProgress found={found} />}
      <ImportSteps found={found} />
      <Facts found={found} />
    </DetailPage>
  );
}

function Facts({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const delimiter = delimiterName(found.delimiter);
  const readAs =
    found.encoding === null || delimiter === null
      ? null
      : { encoding: found.encoding.toUpperCase(), delimiter: t(`roster.delimiter.${delimiter}`) };
  return (
    <dl className="card facts union-facts">
      <dt>{t('roster.union')}</dt>
      <dd>
        <UnionName unionId={found.unionId} />
      </dd>
      <dt>{t('roster.createdAt')}</dt>
      <dd>{format.instant(found.createdAt)}</dd>
      {found.finishedAt !== null && (
        <>
          <dt>{t('roster.finishedAt')}</dt>
          <dd>{format.instant(found.finishedAt)}</dd>
        </>
      )}
      {found.sheet !== null && (
        <>
          <dt>{t('roster.readAs')}</dt>
          <dd>{t('roster.readSheet', { name: found.sheet })}</dd>
        </>
      )}
      {readAs !== null && (
        <>
          <dt>{t('roster.readAs')}</dt>
          <dd>{t('roster.readAsOf', readAs)}</dd>
        </>
      )}
    </dl>
  );
}
