import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';

type Kept = components['schemas']['KeptDataCount'];
type Item = Pick<Kept, 'kind' | 'count'> & Partial<Pick<Kept, 'reason' | 'term'>>;

interface KeptItemsProps {
  readonly parts: readonly {
    readonly service: components['schemas']['ServiceDataView']['service'];
    readonly items: readonly Item[];
  }[];
  /** Names the lists apart from others of the page. */
  readonly idPrefix: string;
}

/** Entries about a person by service and kind, with the reason and the term where they are kept. */
export function KeptItems({ parts, idPrefix }: KeptItemsProps) {
  const { t } = useTranslation();
  if (parts.every(({ items }) => items.length === 0)) return <p>{t('privacy.nothing')}</p>;
  return parts
    .filter(({ items }) => items.length > 0)
    .map(({ service, items }) => (
      <div key={service}>
        <h3 id={`${idPrefix}-${service}`}>{t(`privacy.keptBy.${service}`)}</h3>
        <ul className="plain-list" aria-labelledby={`${idPrefix}-${service}`}>
          {items.map(({ kind, count, reason, term }) => (
            <li key={kind}>
              {t('privacy.keptCount', { kind: t(`privacy.kindOf.${kind}`), count })}
              {reason !== undefined && term !== undefined && (
                <p className="hint">
                  {t('privacy.keptWhy', {
                    reason: t(`privacy.reasonOf.${reason}`),
                    term: t(`privacy.termOf.${term}`),
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </div>
    ));
}
