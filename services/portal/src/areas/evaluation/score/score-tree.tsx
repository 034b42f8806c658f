import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { ScoreNode } from './score-tree.model.js';

interface ScoreTreeProps {
  readonly nodes: readonly ScoreNode[];
}

/** Why the score is what it is: from the groups down to the indicators, each with its part. */
export function ScoreTree({ nodes }: ScoreTreeProps) {
  return (
    <ul className="score-tree">
      {nodes.map((node) => (
        <OneNode key={node.key} node={node} />
      ))}
    </ul>
  );
}

function OneNode({ node }: { readonly node: ScoreNode }) {
  const { t } = useTranslation();
  const { name, weight, points, children, contribution } = node;
  return (
    <li>
      <div className="score-node">
        {contribution === null ? <strong>{name}</strong> : <span>{name}</span>}
        <span className="is-number">
          {t('score.pointsOf', { points: points.toFixed(1), most: (weight * 100).toFixed(1) })}
        </span>
        <div className="bar" aria-hidden="true">
          <div style={{ width: `${weight === 0 ? 0 : points / weight}%` }} />
        </div>
        {contribution !== null && <Explained contribution={contribution} />}
      </div>
      {children.length > 0 && <ScoreTree nodes={children} />}
    </li>
  );
}

function Explained({ contribution }: { readonly contribution: NonNullable<ScoreNode['contribution']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, normalised, weight, target, isTargetReached } = contribution;
  if (value === null) return <p className="hint">{t('score.notMeasured')}</p>;
  const aim = isTargetReached === true ? 'reached' : 'missed';
  return (
    <p className="hint">
      {t('score.explained', {
        value: format.number(Math.round(value * 100) / 100),
        normalised: (normalised ?? 0).toFixed(1),
        weight: format.share(weight),
      })}
      {target !== null && (
        <span className="score-target">{t(`scores.targetOf.${aim}`, { target: format.number(target) })}</span>
      )}
    </p>
  );
}
