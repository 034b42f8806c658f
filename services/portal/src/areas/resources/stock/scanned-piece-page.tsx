import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { isMissing } from '../../../api/problem.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { useIsKeeper, useResource } from '../resource/use-resource.js';

/** The page behind the code on a label: the piece and, for the two sides of its loan, who has it. */
export function ScannedPiecePage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const piece = useRead('piece', '/pieces/{code}', { code });
  if (isMissing(piece.error)) {
    return (
      <>
        <PageHead title={t('stock.piece.scanned')} back="/resources" />
        <EmptyState text={t('stock.piece.find')} />
      </>
    );
  }
  return <Loaded query={piece}>{(data) => <Scanned key={data.pieceId} piece={data} />}</Loaded>;
}

function Scanned({ piece }: { readonly piece: components['schemas']['ScannedPieceView'] }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const isKeeper = useIsKeeper(useResource(piece.resourceId).data);
  const { label, code, state, holder, resourceId, resourceTitle: title, ownerUnionName: union } = piece;
  return (
    <>
      <PageHead title={label} back={`/resources/${resourceId}`} />
      <section className="card" aria-label={t('stock.piece.scanned')}>
        <p>{t('stock.piece.belongsTo', { union, title })}</p>
        <p className="tags">
          <span className="tag">{t(`stock.piece.states.${state}`)}</span>
          <span className="tag">{code}</span>
        </p>
        {holder !== null && (
          <p>{t('stock.piece.holder', { union: holder.borrowerUnionName, time: instant(holder.dueAt) })}</p>
        )}
        {holder === null && state === 'out' && <p className="hint">{t('stock.piece.unknownHolder')}</p>}
        {holder !== null && (
          <p>
            <Link to={`/loans/${holder.loanId}`} className="text-link">
              {t('stock.piece.toLoan')}
            </Link>
          </p>
        )}
        <p>
          <Link to={`/resources/${resourceId}`} className="text-link">
            {t('stock.piece.toResource')}
          </Link>
        </p>
        {isKeeper && (
          <p>
            <Link to={`/resources/${resourceId}/pieces?q=${encodeURIComponent(label)}`} className="text-link">
              {t('stock.piece.toPieces')}
            </Link>
          </p>
        )}
      </section>
    </>
  );
}
