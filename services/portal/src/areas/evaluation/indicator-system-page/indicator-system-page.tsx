import '../../../kit/styles/indicator-system.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
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
  return (
    <DetailPage
      title={title}
      back="/indicator-systems"
      state={<SystemStateTag state={system.state} />}
      {...(holds('evaluator') && actsOn(system))}
      notices={<Steps system={system} />}
      aside={
        isPublic(system) && (
          <>
            <WeightVersionList systemId={system.id} />
            <TemplateWeights system={system} />
            <VersionList system={system} />
          </>
        )
      }
      below={
        <>
          {system.state !== 'draft' && <CoverageMatrix nodes={system.nodes} isFolded />}
          {!isPublic(system) && <VersionList system={system} />}
        </>
      }
    >
      {system.state === 'draft' ? <DraftEditor key={system.id} system={system} /> : <Tree system={system} />}
    </DetailPage>
  );
}

/** What an evaluator can do: what comes next, the next version, and the end of this one. */
function actsOn(system: IndicatorSystem) {
  const { id, state } = system;
  return {
    primary: <NextStep system={system} />,
    secondary: isPublic(system) && <CopyButton systemId={id} />,
    more: state === 'published' && <RetireButton system={system} />,
  };
}

/** It can no longer be changed, as others rest on it. */
function isPublic({ state }: IndicatorSystem): boolean {
  return state === 'published' || state === 'retired';
}

/** A reviewed system is published, a published one is weighed: by the reader, or by experts. */
function NextStep({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { state, id } = system;
  if (state === 'reviewed') return <PublishButton system={system} />;
  if (state !== 'published') return null;
  return (
    <>
      <ButtonLink to={`/indicator-systems/${id}/weights`}>{t('weightVersion.new')}</ButtonLink>
      <ButtonLink to={`/indicator-systems/${id}/judgement-rounds`} isPlain>
        {t('weightVersion.askExperts')}
      </ButtonLink>
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
      <p className="hint">
        {t(`indicatorSystem.stateHint.${state}`)} {done.join(t('indicatorDesign.stepsParted'))}
      </p>
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
    <section className="card" aria-labelledby="tree-title">
      <h2 id="tree-title">{t('indicatorSystem.tree')}</h2>
      <TreeView nodes={ordered(system.nodes)} />
    </section>
  );
}
