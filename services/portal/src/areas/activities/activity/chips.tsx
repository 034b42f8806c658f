import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { withFilter } from '../../../kit/filters.model.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ActivityFilters, shownChoices, whenChoices } from './activity-filters.js';

/** The one kind that many look for: what they can bring their children to. */
const familyKind = 'parentChild';

interface ChipsProps {
  readonly filters: ActivityFilters;
  readonly onChange: (filters: ActivityFilters) => void;
}

/** What readers look for in plain words, each pressed once to see it and once more to see all. */
export function Chips({ filters, onChange }: ChipsProps) {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  // What an officer looked for among the phases would leave nothing of most chips.
  const { phase: _phase, state: _state, ...plain } = filters;
  return (
    <div className="chips" role="group" aria-label={t('activity.chips')}>
      {shownChoices.map((one) => (
        <Button
          key={one}
          type={filters.show === one ? 'primary' : 'default'}
          aria-pressed={filters.show === one}
          onClick={() => onChange(withFilter(plain, 'show', filters.show === one ? undefined : one))}
        >
          {t(one === 'preparing' && !holdsOffice ? 'activity.ownProposals' : `activity.shown.${one}`)}
        </Button>
      ))}
      {whenChoices.map((one) => (
        <Button
          key={one}
          type={filters.when === one ? 'primary' : 'default'}
          aria-pressed={filters.when === one}
          onClick={() => onChange(withFilter(filters, 'when', filters.when === one ? undefined : one))}
        >
          {t(`activity.when.${one}`)}
        </Button>
      ))}
      <Button
        type={filters.kind === familyKind ? 'primary' : 'default'}
        aria-pressed={filters.kind === familyKind}
        onClick={() =>
          onChange(withFilter(filters, 'kind', filters.kind === familyKind ? undefined : familyKind))
        }
      >
        {t(`activity.kind.${familyKind}`)}
      </Button>
    </div>
  );
}
