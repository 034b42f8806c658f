import '../../../kit/styles/efficacy.css';
import '../../../kit/styles/weight-version.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useOffices } from '../../../session/use-offices.js';
import { useWeightVersion, type WeightVersion } from './use-weight-versions.js';
import { VersionNodes, VersionWhole } from './version-nodes.js';
import { WeightStateTag } from './weight-state-tag.js';

export function WeightVersionPage() {
  const { weightVersionId = '' } = useParams();
  return (
    <Loaded query={useWeightVersion(weightVersionId)}>{(version) => <OneVersion version={version} />}</Loaded>
  );
}

function OneVersion({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const system = useIndicatorSystem(version.indicatorSystemId);
  const names = new Map((system.data?.nodes ?? []).map(({ key, name }) => [key, name]));
  const title = t('weightVersion.numberOf', { number: version.versionNumber });
  return (
    <>
      <PageHead
        title={
          system.data === undefined ? title : t('weightVersion.titleOf', { name: system.data.name, title })
        }
        back={`/indicator-systems/${version.indicatorSystemId}`}
      >
        <Link to={`/weight-versions/${version.id}/studio`}>{t('weightVersion.studio')}</Link>
        {system.data?.state === 'published' && <ActivateButton version={version} />}
      </PageHead>
      <State version={version} />
      {version.judgementRoundId !== null && holds('evaluator') && (
        <p>
          <Link to={`/judgement-rounds/${version.judgementRoundId}`}>{t('weightVersion.round')}</Link>
        </p>
      )}
      {system.data !== undefined ? (
        <>
          <VersionWhole version={version} names={names} />
          <VersionNodes version={version} names={names} />
        </>
      ) : (
        <LoadingState rows={6} />
      )}
    </>
  );
}

function State({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p>
        <WeightStateTag version={version} />{' '}
        {version.activatedAt !== null && (
          <span className="hint">
            {t('weightVersion.activatedOn', { time: format.instant(version.activatedAt) })}
          </span>
        )}
      </p>
      {!version.acceptable && (
        <Alert
          type="warning"
          showIcon
          title={t('weightVersion.cannotActivate')}
          description={t('weightVersion.cannotActivateHint')}
          className="notice"
        />
      )}
    </>
  );
}

/** Inconsistent weights cannot come into force. */
function ActivateButton({ version }: { readonly version: WeightVersion }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const activate = useCommand('weightVersion', 'post', '/weight-versions/{weightVersionId}/activate');
  if (version.state !== 'computed' || !version.acceptable || !holds('evaluator')) return null;
  return (
    <>
      {activate.isError && <Refusal title={t('weightVersion.activateFailed')} error={activate.error} />}
      <ConfirmButton
        type="primary"
        loading={activate.isPending}
        question={<p>{t('weightVersion.activateQuestion')}</p>}
        confirmText={t('weightVersion.activateYes')}
        onConfirm={() => activate.mutate({ weightVersionId: version.id, version: version.version })}
      >
        {t('weightVersion.activate')}
      </ConfirmButton>
    </>
  );
}
