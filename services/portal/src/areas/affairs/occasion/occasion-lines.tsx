import './occasion.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Occasion } from './occasion.model.js';
import { OccasionItem } from './occasion-item.js';

/** Occasions of one union, each with what the officer can do. */
export function OccasionLines({
  occasions,
  unionId,
}: {
  readonly occasions: readonly Occasion[];
  readonly unionId: string;
}) {
  return (
    <>
      <Bound occasion={occasions[0]} />
      <ul className="card-list occasion-list">
        {occasions.map((occasion) => (
          <OccasionItem
            key={`${occasion.personId} ${occasion.kind} ${occasion.on}`}
            occasion={occasion}
            unionId={unionId}
          />
        ))}
      </ul>
    </>
  );
}

/** The same for everybody of the union. */
function Bound({ occasion }: { readonly occasion: Occasion | undefined }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (!occasion?.bound) return null;
  return (
    <p className="hint">
      {t('occasion.bound', { amount: money(occasion.bound), source: occasion.boundSource ?? '' })}
    </p>
  );
}
