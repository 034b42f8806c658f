import { useFormat } from '../../../i18n/use-format.js';

interface WeightBarsProps {
  readonly bars: readonly { readonly key: string; readonly name: string; readonly weight: number }[];
}

/** Weights as bars with their shares: drawn by the page itself, so that they follow each judgement. */
export function WeightBars({ bars }: WeightBarsProps) {
  const format = useFormat();
  return (
    <ul className="plain-list weight-bars">
      {bars.map(({ key, name, weight }) => (
        <li key={key}>
          <span>{name}</span>
          <span className="is-number">{format.share(weight)}</span>
          <div className="bar" aria-hidden="true">
            <div style={{ width: `${weight * 100}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
