import './indicator-system.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../shell/loaded.js';
import { PageHead } from '../../shell/page-head.js';
import { useOffices } from '../session/use-offices.js';
import { WeightVersionList } from '../weight-version/weight-version-list.js';
import { CopyButton } from './copy-button.js';
import { DraftEditor } from './draft-editor.js';
import { ordered } from './indicator-tree.model.js';
import { SystemStateTag } from './system-state-tag.js';
import { TreeView } from './tree-view.js';
import { type IndicatorSystem, useIndicatorSystem } from './use-indicator-systems.js';

export function IndicatorSystemPage() {
  const { systemId = '' } = useParams();
  return <Loaded query={useIndicatorSystem(systemId)}>{(system) => <OneSystem system={system} />}</Loaded>;
}

function OneSystem({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const title = t('indicatorSystem.nameAndVersion', { name: system.name, version: system.versionNumber });
  const isPublished = system.state === 'published';
  return (
    <>
      <PageHead title={title} back="/indicator-systems">
        {isPublished && holds('evaluator') && (
          <>
            <Link to={`/indicator-systems/${system.id}/weights`}>{t('weightVersion.new')}</Link>
            <Link to={`/indicator-systems/${system.id}/judgement-rounds`}>
              {t('weightVersion.askExperts')}
            </Link>
            <CopyButton systemId={system.id} />
          </>
        )}
      </PageHead>
      <p>
        <SystemStateTag state={system.state} />{' '}
        <span className="hint">{t(`indicatorSystem.stateHint.${system.state}`)}</span>
      </p>
      {isPublished ? (
        <>
          <section className="card" aria-labelledby="tree-title">
            <h2 id="tree-title">{t('indicatorSystem.tree')}</h2>
            <TreeView nodes={ordered(system.nodes)} />
          </section>
          <WeightVersionList systemId={system.id} />
        </>
      ) : (
        <DraftEditor key={system.id} system={system} />
      )}
    </>
  );
}
