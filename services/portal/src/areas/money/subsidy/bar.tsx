import { useFormat } from '../../../i18n/use-format.js';
import { type BarPart, restOf, shareOf } from './bar.model.js';

interface BarProps {
  readonly label: string;
  readonly whole: string;
  readonly parts: readonly BarPart[];
  /** The name of the rest. */
  readonly rest: string;
}

/** The parts of a sum and the rest, as a bar with its figures. */
export function Bar({ label, whole, parts, rest }: BarProps) {
  const { money } = useFormat();
  const wire = (amount: string) => ({ amount, currency: 'CNY' as const });
  const left = restOf(whole, parts);
  return (
    <figure className="subsidy-bar">
      <div className="subsidy-bar-track" role="img" aria-label={label}>
        {parts.map(({ key, amount }) => (
          <span key={key} className={`is-${key}`} style={{ width: `${shareOf(amount, whole)}%` }} />
        ))}
      </div>
      <figcaption>
        {parts.map(({ key, name, amount }) => (
          <span key={key} className={`subsidy-bar-name is-${key}`}>
            {name} {money(wire(amount))}
          </span>
        ))}
        <span className="subsidy-bar-name">
          {rest} {money(wire(left))}
        </span>
      </figcaption>
    </figure>
  );
}
