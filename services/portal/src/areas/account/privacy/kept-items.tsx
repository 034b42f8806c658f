import '../../../kit/styles/fold.css';
import './privacy.css';
import { Fragment } from 'react';
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

/** Entries about a person by service, folded, with how many there are; in it by the reason and the term for which they are kept. */
export function KeptItems({ parts, idPrefix }: KeptItemsProps) {
  const { t } = useTranslation();
  if (parts.every(({ items }) => items.length === 0)) return <p>{t('privacy.nothing')}</p>;
  return parts
    .filter(({ items }) => items.length > 0)
    .map(({ service, items }) => (
      <details key={service} className="fold kept-by">
        <summary>
          <h3 id={`${idPrefix}-${service}`}>{t(`privacy.keptBy.${service}`)}</h3>
          <span className="hint">
            {t('privacy.keptNumber', { count: items.reduce((sum, { count }) => sum + count, 0) })}
          </span>
        </summary>
        <ul className="plain-list" aria-labelledby={`${idPrefix}-${service}`}>
          {keptAlike(items).map((alike) => (
            <li key={alike[0].kind}>
              <KeptAlike items={alike} />
            </li>
          ))}
        </ul>
      </details>
    ));
}

type Alike = readonly [Item, ...Item[]];

/** What is kept for one reason and one term, said once. */
function KeptAlike({ items }: { readonly items: Alike }) {
  const { t } = useTranslation();
  const [{ reason, term }] = items;
  return (
    <>
      {reason !== undefined && term !== undefined && (
        <p className="hint">
          {t('privacy.keptWhy', {
            reason: t(`privacy.reasonOf.${reason}`),
            term: t(`privacy.termOf.${term}`),
          })}
        </p>
      )}
      <dl className="kept-lines">
        {items.map(({ kind, count }) => (
          <Fragment key={kind}>
            <dt>{t(`privacy.kindOf.${kind}`)}</dt>
            <dd>{t('privacy.keptNumber', { count })}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function keptAlike(items: readonly Item[]): readonly Alike[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = `${item.reason} ${item.term}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
