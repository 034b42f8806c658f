import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/indicator-system.css';
import '../../../kit/styles/weight-version.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { type IndicatorSystem, useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { WeightForm } from './weight-form.js';

export function NewWeightVersionPage() {
  const { systemId = '' } = useParams();
  return <Loaded query={useIndicatorSystem(systemId)}>{(system) => <WeighSystem system={system} />}</Loaded>;
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
