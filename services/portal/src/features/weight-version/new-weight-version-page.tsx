import '../efficacy/efficacy.css';
import '../indicator-system/indicator-system.css';
import './weight-version.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../../api/problem.js';
import { NotFoundPage } from '../../shell/dead-ends.js';
import { PageHead } from '../../shell/page-head.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { type IndicatorSystem, useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { WeightForm } from './weight-form.js';

export function NewWeightVersionPage() {
  const { systemId = '' } = useParams();
  const { data, error, isPending, refetch } = useIndicatorSystem(systemId);
  if (isPending) return <LoadingState rows={8} />;
  if (data !== undefined) return <WeighSystem system={data} />;
  const isMissing = error instanceof ProblemError && [400, 404].includes(error.problem.status);
  return isMissing ? <NotFoundPage /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

function WeighSystem({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const name = t('indicatorSystem.nameAndVersion', { name: system.name, version: system.versionNumber });
  return (
    <>
      <PageHead title={t('weightVersion.weigh', { name })} back={`/indicator-systems/${system.id}`} />
      {system.state === 'published' ? (
        <WeightForm key={system.id} system={system} />
      ) : (
        <Alert type="info" showIcon title={t('weightVersion.publishFirst')} />
      )}
    </>
  );
}
