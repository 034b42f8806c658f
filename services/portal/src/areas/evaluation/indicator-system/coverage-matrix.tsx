import '../../../kit/styles/fold.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { axesOf, coverageOf } from './coverage.model.js';
import type { IndicatorNode } from './indicator-tree.model.js';

interface CoverageMatrixProps {
  readonly nodes: readonly IndicatorNode[];
  /** Of a system that can no longer be changed it is looked up by who wants to know. */
  readonly isFolded?: boolean;
}

/** Which cells of resource function × business a system asks about, and which it forgets. */
export function CoverageMatrix({ nodes, isFolded = false }: CoverageMatrixProps) {
  const { t } = useTranslation();
  const id = useId();
  const cells = coverageOf(nodes, resourceFunctions, unionBusinesses);
  const covered = cells.filter(({ names }) => names.length > 0).length;
  return (
    <details className="card fold" open={!isFolded}>
      <summary id={id}>{t('indicatorDesign.coverage')}</summary>
      <p className="hint">{t('indicatorDesign.covered', { covered, cells: cells.length })}</p>
      <div className="coverage" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('evaluation.functionLabel')}</th>
              {unionBusinesses.map((business) => (
                <th key={business} scope="col">
                  {t(`evaluation.business.${business}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resourceFunctions.map((resource) => (
              <tr key={resource}>
                <th scope="row">{t(`evaluation.function.${resource}`)}</th>
                {cells
                  .filter((cell) => cell.function === resource)
                  .map(({ business, names }) => (
                    <Cell key={business} names={names} />
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FurtherAxes nodes={nodes} />
    </details>
  );
}

/** A gap is hatched: colour alone would not show it, and the same word thirty times would hide the rest. */
function Cell({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  if (names.length === 0)
    return (
      <td className="is-gap">
        <span className="visually-hidden">{t('indicatorDesign.gap')}</span>
      </td>
    );
  return <td title={names.join('\n')}>{names.length}</td>;
}

function FurtherAxes({ nodes }: { readonly nodes: readonly IndicatorNode[] }) {
  const { t } = useTranslation();
  return axesOf(nodes).map(({ axis, values }) => (
    <p key={axis}>
      <strong>{axis}</strong>{' '}
      {values
        .map(({ value, count }) => t('indicatorDesign.axisCount', { value, count }))
        .join(t('indicatorDesign.stepsParted'))}
    </p>
  ));
}
