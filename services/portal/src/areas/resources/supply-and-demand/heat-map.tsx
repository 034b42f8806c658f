import { useTranslation } from 'react-i18next';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { type Cell, cellAt, type CellKey, standingOf, standings } from './cells.js';

interface HeatMapProps {
  readonly cells: readonly Cell[];
  readonly chosen: CellKey | null;
  readonly onChoose: (cell: CellKey) => void;
}

const columns = [...unionBusinesses, null];

/** Function by business: each cell shows its state in words and figures, and again by its colour. */
export function HeatMap({ cells, chosen, onChoose }: HeatMapProps) {
  const { t } = useTranslation();
  return (
    <>
      <Legend />
      <div className="heat-scroll" role="region" tabIndex={0} aria-label={t('supplyAndDemand.map')}>
        <table className="heat-map">
          <caption className="visually-hidden">{t('supplyAndDemand.map')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('activity.functionLabel')}</th>
              {columns.map((business) => (
                <th key={business ?? ''} scope="col">
                  {business === null ? t('supplyAndDemand.anyBusiness') : t(`activity.business.${business}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resourceFunctions.map((ofFunction) => (
              <tr key={ofFunction}>
                <th scope="row">{t(`activity.function.${ofFunction}`)}</th>
                {columns.map((business) => {
                  const key = { function: ofFunction, business };
                  const isChosen = chosen?.function === ofFunction && chosen.business === business;
                  return (
                    <td key={business ?? ''}>
                      <HeatCell
                        cell={cellAt(cells, key)}
                        isChosen={isChosen}
                        onChoose={() => onChoose(key)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface HeatCellProps {
  readonly cell: Cell | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function HeatCell({ cell, isChosen, onChoose }: HeatCellProps) {
  const { t } = useTranslation();
  const standing = standingOf(cell);
  return (
    <button type="button" className={`heat-cell is-${standing}`} aria-pressed={isChosen} onClick={onChoose}>
      <strong>{t(`supplyAndDemand.standing.${standing}`)}</strong>
      {cell !== undefined && (
        <>
          {cell.needs > 0 && t('supplyAndDemand.wantedIs', { needs: cell.needs, unmet: cell.unmet })}
          {cell.needs > 0 && cell.offers > 0 && <br />}
          {cell.offers > 0 && t('supplyAndDemand.offeredIs', { count: cell.offers })}
        </>
      )}
    </button>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="heat-legend" aria-label={t('supplyAndDemand.legend')}>
      {standings.map((standing) => (
        <li key={standing} className={`is-${standing}`}>
          <strong>{t(`supplyAndDemand.standing.${standing}`)}</strong>
          {t(`supplyAndDemand.standingHint.${standing}`)}
        </li>
      ))}
    </ul>
  );
}
