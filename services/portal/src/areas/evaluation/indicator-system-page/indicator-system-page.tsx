import '../../../kit/styles/indicator-system.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';
import { WeightVersionList } from '../weight-version/weight-version-list.js';
import { CopyButton } from '../indicator-system/copy-button.js';
import { CoverageMatrix } from '../indicator-system/coverage-matrix.js';
import { DraftEditor } from '../indicator-system/draft-editor.js';
import { ordered } from '../indicator-system/indicator-tree.model.js';
import { PublishButton, RetireButton } from '../indicator-system/life-buttons.js';
import { SystemStateTag } from '../indicator-system/system-state-tag.js';
import { TemplateWeights } from '../indicator-system/template-weights.js';
import { TreeView } from '../indicator-system/tree-view.js';
import { type IndicatorSystem, useIndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { VersionList } from '../indicator-system/version-list.js';

const ReturnForm = lazyPart('ReturnForm', () => import('../indicator-system/return-form.js'), { rows: 2 });

export function IndicatorSystemPage() {
  const { systemId = '' } = useParams();
  return <Loaded query={useIndicatorSystem(systemId)}>{(system) => <OneSystem system={system} />}</Loaded>;
}

function OneSystem({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const title = t('indicatorSystem.nameAndVersion', { name: system.name, version: system.versionNumber });
  const isPublic = system.state === 'published' || system.state === 'retired';
  return (
    <>
      <PageHead title={title} back="/indicator-systems">
        {holds('evaluator') && <HeadActions system={system} />}
      </PageHead>
      <p>
        <SystemStateTag state={system.state} />{' '}
        <span className="hint">{t(`indicatorSystem.stateHint.${system.state}`)}</span>
      </p>
      <Steps system={system} />
      {system.state === 'draft' ? <DraftEditor key={system.id} system={system} /> : <Tree system={system} />}
      {isPublic && <TemplateWeights system={system} />}
      {isPublic && <WeightVersionList systemId={system.id} />}
      <VersionList system={system} />
    </>
  );
}

function HeadActions({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { state, id } = system;
  if (state === 'draft') return null;
  if (state === 'reviewed') return <PublishButton system={system} />;
  return (
    <>
      {state === 'published' && <Link to={`/indicator-systems/${id}/weights`}>{t('weightVersion.new')}</Link>}
      {state === 'published' && (
        <Link to={`/indicator-systems/${id}/judgement-rounds`}>{t('weightVersion.askExperts')}</Link>
      )}
      <CopyButton systemId={id} />
      {state === 'published' && <RetireButton system={system} />}
    </>
  );
}

/** Who did what to it, by when; why it came back; and what can be done about it now. */
function Steps({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { holds } = useOffices();
  const { state, returnReason } = system;
  const done = (['reviewedAt', 'publishedAt', 'retiredAt'] as const).flatMap((step) => {
    const at = system[step];
    return at === null ? [] : [t(`indicatorDesign.step.${step}`, { time: instant(at) })];
  });
  return (
    <>
      {done.length > 0 && <p className="hint">{done.join(t('indicatorDesign.stepsParted'))}</p>}
      {returnReason !== null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('indicatorDesign.returned', { reason: returnReason })}
        />
      )}
      {state === 'reviewed' && holds('evaluator') && <ReturnForm system={system} />}
    </>
  );
}

function Tree({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="card" aria-labelledby="tree-title">
        <h2 id="tree-title">{t('indicatorSystem.tree')}</h2>
        <TreeView nodes={ordered(system.nodes)} />
      </section>
      <CoverageMatrix nodes={system.nodes} />
    </>
  );
}
