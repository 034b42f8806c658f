import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Custody, Piece } from './piece.model.js';

/** The custody of a piece, the latest first. */
export function Trail({ piece }: { readonly piece: Piece }) {
  const { t } = useTranslation();
  const trail = useList('piece', '/resources/{resourceId}/pieces/{pieceId}/custody', {
    resourceId: piece.resourceId,
    pieceId: piece.id,
  });
  return (
    <PagedList list={trail} empty={{ text: t('stock.piece.trailEmpty') }}>
      {(items) => (
        <ol className="plain-list lines">
          {items.map((line) => (
            <TrailLine key={line.id} line={line} />
          ))}
        </ol>
      )}
    </PagedList>
  );
}

function TrailLine({ line }: { readonly line: Custody }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { act, at, loanId, borrowerUnionName, condition, note } = line;
  const isSaid = note !== null && act !== 'moved';
  return (
    <li>
      <p>
        <strong>{t(`stock.piece.acts.${act}`, { union: borrowerUnionName ?? '', note: note ?? '' })}</strong>
        {condition !== null && ` ${t(`stock.piece.conditions.${condition}`)}`}
      </p>
      {isSaid && <p>{note}</p>}
      <p className="hint">{instant(at)}</p>
      {loanId !== null && (
        <p>
          <Link to={`/loans/${loanId}`} className="text-link">
            {t('stock.piece.toLoan')}
          </Link>
        </p>
      )}
    </li>
  );
}
