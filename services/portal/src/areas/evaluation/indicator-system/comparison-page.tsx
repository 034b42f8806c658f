import '../../../kit/styles/indicator-system.css';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { ComparedTree } from './compared-tree.js';
import { comparedNodes, type Comparison } from './comparison.model.js';
import { type IndicatorSystem, useIndicatorSystem } from './use-indicator-systems.js';

/** What became of each node from one version to another, as one tree with marks and words. */
export function ComparisonPage() {
  const { t } = useTranslation();
  const { systemId = '' } = useParams();
  const [search] = useSearchParams();
  const against = search.get('against') ?? undefined;
  const system = useIndicatorSystem(systemId);
  const comparison = useRead(
    'indicatorSystem',
    '/indicator-systems/{systemId}/diff',
    against === undefined ? undefined : { systemId, against },
  );
  if (against === undefined) return <EmptyState text={t('indicatorDesign.compareNothing')} />;
  return (
    <Loaded query={system}>
      {(later) => (
        <Loaded query={comparison}>{(found) => <Compared later={later} comparison={found} />}</Loaded>
      )}
    </Loaded>
  );
}

interface ComparedProps {
  readonly later: IndicatorSystem;
  readonly comparison: Comparison;
}

function Compared({ later, comparison }: ComparedProps) {
  const { t } = useTranslation();
  const { before, after, differences, unchanged } = comparison;
  const versionOf = ({ name, versionNumber }: Comparison['before']): string =>
    t('indicatorSystem.nameAndVersion', { name, version: versionNumber });
  const words: string[] = (['added', 'removed', 'moved', 'renamed', 'changed'] as const).flatMap((mark) => {
    const count = differences.filter((one) => one.marks.includes(mark)).length;
    return count === 0 ? [] : [t(`indicatorDesign.markCount.${mark}`, { count })];
  });
  words.push(t('indicatorDesign.unchanged', { count: unchanged }));
  return (
    <>
      <PageHead title={t('indicatorDesign.comparison')} back={`/indicator-systems/${later.id}`} />
      <p>{t('indicatorDesign.comparedOf', { before: versionOf(before), after: versionOf(after) })}</p>
      <p className="hint">{words.join(t('indicatorDesign.stepsParted'))}</p>
      <section className="card" aria-label={t('indicatorSystem.tree')}>
        <ComparedTree nodes={comparedNodes(later.nodes, differences)} />
      </section>
    </>
  );
}
