import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';
import { LabelsButton } from './labels-button.js';
import type { Piece } from './piece.model.js';

const EditPieceForm = lazyPart('EditPieceForm', () => import('./edit-piece-form.js'));
const Trail = lazyPart('Trail', () => import('./trail.js'));

type Open = 'edit' | 'trail' | null;

/** A piece: where it is, in which condition, and what can be done with it. */
export function PieceLine({ piece, resource }: { readonly piece: Piece; readonly resource: Resource }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [open, setOpen] = useState<Open>(null);
  const { label, code, serial, condition, note, place, state, holder } = piece;
  const said = [code, serial, place, note].filter((text) => text !== null && text !== '');
  return (
    <li>
      <h2 className="line-head">
        <span>{label}</span>
        <span className="tags">
          <span className="tag">{t(`stock.piece.states.${state}`)}</span>
          <span className="tag">{t(`stock.piece.conditions.${condition}`)}</span>
        </span>
      </h2>
      <p>{said.join(' · ')}</p>
      {holder !== null && (
        <p>
          {t('stock.piece.holder', { union: holder.borrowerUnionName, time: instant(holder.dueAt) })}{' '}
          <Link to={`/loans/${holder.loanId}`} className="text-link">
            {t('stock.piece.toLoan')}
          </Link>
        </p>
      )}
      <div className="actions">
        <Button onClick={() => setOpen(open === 'edit' ? null : 'edit')}>{t('stock.piece.edit')}</Button>
        <Button onClick={() => setOpen(open === 'trail' ? null : 'trail')}>{t('stock.piece.trail')}</Button>
        {state !== 'retired' && <LabelsButton resource={resource} pieceId={piece.id} />}
        <TurnButton piece={piece} />
      </div>
      {state !== 'retired' && (
        <p>
          <Link to={`/resources/${resource.id}/maintenance?piece=${piece.id}`} className="text-link">
            {t('stock.piece.maintain')}
          </Link>
        </p>
      )}
      {open === 'edit' && <EditPieceForm piece={piece} onDone={() => setOpen(null)} />}
      {open === 'trail' && <Trail piece={piece} />}
    </li>
  );
}

function TurnButton({ piece }: { readonly piece: Piece }) {
  const { t } = useTranslation();
  const { state, label, resourceId, id: pieceId, version } = piece;
  const act = state === 'retired' ? 'reinstate' : 'retire';
  const turn = useCommand('piece', 'post', `/resources/{resourceId}/pieces/{pieceId}/${act}`);
  const send = (): void => turn.mutate({ resourceId, pieceId, version });
  return (
    <>
      {state === 'retired' ? (
        <Button loading={turn.isPending} onClick={send}>
          {t('stock.piece.reinstate')}
        </Button>
      ) : (
        <ConfirmButton
          danger
          loading={turn.isPending}
          question={t('stock.piece.retireQuestion', { label })}
          confirmText={t('stock.piece.retire')}
          onConfirm={send}
        >
          {t('stock.piece.retire')}
        </ConfirmButton>
      )}
      {turn.isError && <Refusal title={t('stock.piece.refused')} error={turn.error} />}
    </>
  );
}
