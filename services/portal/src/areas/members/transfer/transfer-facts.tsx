import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Transfer } from './new-union-form.js';

interface Props {
  readonly transfer: Transfer;
}

const tagOf = {
  asked: 'is-closing',
  disputed: 'is-closing',
  done: 'is-published',
  refused: '',
  withdrawn: '',
  lapsed: '',
} as const;

export function TransferStateTag({ state }: Pick<Transfer, 'state'>) {
  const { t } = useTranslation();
  return <span className={`tag ${tagOf[state]}`}>{t(`transfer.state.${state}`)}</span>;
}

/** Who has agreed, until when the others may answer, and what was written. */
export function TransferFacts({ transfer }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, personAgreed, newUnionAgreed, oldUnionAgreed, objection, reason } = transfer;
  const answer = (agreed: boolean): string => t(agreed ? 'transfer.agreed' : 'transfer.pending');
  const isOpen = state === 'asked';
  const silence =
    isOpen && !oldUnionAgreed
      ? t('transfer.silence', { time: format.instant(transfer.objectUntil) })
      : answer(oldUnionAgreed);
  return (
    <>
      <dl className="facts union-facts">
        <dt>{t('transfer.side.person')}</dt>
        <dd>{answer(personAgreed)}</dd>
        <dt>{t('transfer.side.newUnion')}</dt>
        <dd>{answer(newUnionAgreed)}</dd>
        <dt>{t('transfer.side.oldUnion')}</dt>
        <dd>{objection !== null && !oldUnionAgreed ? t('transfer.objects', { objection }) : silence}</dd>
      </dl>
      {reason !== null && <p>{t('transfer.reason', { reason })}</p>}
      {isOpen && !(personAgreed && newUnionAgreed) && (
        <p className="hint">{t('transfer.lapses', { time: format.instant(transfer.lapsesAt) })}</p>
      )}
      {transfer.needsSuccessor && <p role="status">{t('transfer.needsSuccessor')}</p>}
    </>
  );
}
