import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/weight-version.css';
import './weight-studio.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState } from '../../../kit/states.js';
import { useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useOffices } from '../../../session/use-offices.js';
import { useWeightVersion, type WeightVersion } from '../weight-version/use-weight-versions.js';
import { MethodsSection } from './methods-section.js';
import { SensitivitySection } from './sensitivity-section.js';
import { WhatIfSection } from './what-if-section.js';

export function WeightStudioPage() {
  const { weightVersionId = '' } = useParams();
  return (
    <Loaded query={useWeightVersion(weightVersionId)}>{(version) => <Studio version={version} />}</Loaded>
  );
}

/** One version beside what other methods, and other weights, would give. */
function Studio({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const system = useIndicatorSystem(version.indicatorSystemId);
  const names = new Map((system.data?.nodes ?? []).map(({ key, name }) => [key, name]));
  const title = t('weightVersion.numberOf', { number: version.versionNumber });
  const name =
    system.data === undefined ? title : t('weightVersion.titleOf', { name: system.data.name, title });
  return (
    <>
      <PageHead title={t('studio.title', { name })} back={`/weight-versions/${version.id}`} />
      <p>{t('studio.intro')}</p>
      {system.data === undefined ? (
        <LoadingState rows={6} />
      ) : (
        <>
          <MethodsSection version={version} names={names} />
          <SensitivitySection version={version} names={names} />
          {holds('evaluator') && <WhatIfSection key={version.id} version={version} names={names} />}
        </>
      )}
    </>
  );
}
