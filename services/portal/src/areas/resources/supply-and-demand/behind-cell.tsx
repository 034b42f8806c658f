import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { askedOf, type Cell, cellAt, type CellKey, type Filters } from './cells.js';

interface BehindCellProps {
  readonly filters: Filters;
  readonly cell: CellKey;
  readonly cells: readonly Cell[];
}

/** The needs and the offers of one cell, and its hours in words. */
export function BehindCell({ filters, cell, cells }: BehindCellProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data, error, refetch } = useRead('supplyAndDemand', '/supply-and-demand/behind', {
    ...askedOf(filters),
    function: cell.function,
    ...(cell.business === null ? {} : { business: cell.business }),
  });
  const sums = cellAt(cells, cell);
  const business =
    cell.business === null ? t('supplyAndDemand.anyBusiness') : t(`activity.business.${cell.business}`);
  return (
    <section className="card" aria-labelledby="behind-title">
      <h2 id="behind-title">
        {t('supplyAndDemand.behind', { function: t(`activity.function.${cell.function}`), business })}
      </h2>
      {sums !== undefined && (
        <p>
          {t('supplyAndDemand.inWords', {
            needs: number(sums.needs),
            unmet: number(sums.unmet),
            heads: number(sums.unmetHeads),
            wanted: number(sums.hoursWanted),
            offers: number(sums.offers),
            lendable: number(sums.lendable),
            free: number(sums.hoursFree),
          })}
        </p>
      )}
      {data === undefined && error === null && <LoadingState rows={3} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Lists behind={data} />}
    </section>
  );
}

type Behind = AnswerAt<'/supply-and-demand/behind'>;

function Lists({ behind: { needs, offers } }: { readonly behind: Behind }) {
  const { t } = useTranslation();
  const format = useFormat();
  const where = (unionName: string, district: string | null): string =>
    [unionName, district].filter(Boolean).join(t('common.separator'));
  return (
    <div className="two-columns">
      <div>
        <h3>{t('supplyAndDemand.needs')}</h3>
        {needs.length === 0 && <p>{t('supplyAndDemand.noNeeds')}</p>}
        <ul className="plain-list">
          {needs.map(({ id, title, unionName, district, headcount, unmet }) => (
            <li key={id}>
              <p>
                <Link to={`/needs/${id}`}>{title}</Link>
              </p>
              <p className="hint">
                {where(unionName, district)} · {t('supplyAndDemand.heads', { count: headcount })} ·{' '}
                {t(unmet ? 'supplyAndDemand.isUnmet' : 'supplyAndDemand.isMet')}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('supplyAndDemand.offers')}</h3>
        {offers.length === 0 && <p>{t('supplyAndDemand.noOffers')}</p>}
        <ul className="plain-list">
          {offers.map(({ id, title, unionName, district, lendable, hoursFree }) => (
            <li key={id}>
              <p>
                <Link to={`/resources/${id}`}>{title}</Link>
              </p>
              <p className="hint">
                {where(unionName, district)} ·{' '}
                {t('supplyAndDemand.freeHours', { hours: format.number(hoursFree) })} ·{' '}
                {t(lendable ? 'supplyAndDemand.lendable' : 'supplyAndDemand.notLendable')}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
