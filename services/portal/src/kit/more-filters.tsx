import './styles/more-filters.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface MoreFiltersProps {
  /** Something in it is set, so that it must be seen. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

/** The conditions of a list that few set, behind a line. */
export function MoreFilters({ isUsed, children }: MoreFiltersProps) {
  const { t } = useTranslation();
  // Emptied, it stays open: whoever empties a field may be about to fill it in again.
  const [isOpen] = useState(isUsed);
  return (
    <details className="more-filters" open={isOpen}>
      <summary>{t('common.moreFilters')}</summary>
      <div className="filter-fields">{children}</div>
    </details>
  );
}
