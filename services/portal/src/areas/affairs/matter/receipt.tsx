import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { useSignedIn } from '../../../session/use-session.js';
import type { MatterReceipt } from './matter.model.js';
import { type ChosenPaper, PapersOnTheirWay } from './papers-on-their-way.js';

interface ReceiptProps {
  readonly receipt: MatterReceipt;
  /** Papers that were chosen, and are added now. */
  readonly papers?: readonly ChosenPaper[];
  /** Nobody knows whose it is: nobody can be told, and it is among nobody's matters. */
  readonly isNameless?: boolean;
}

/** What the person keeps: number and code lead back to the matter without an account. */
export function Receipt({ receipt, papers = [], isNameless = false }: ReceiptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isSignedIn = useSignedIn();
  const { number, code } = receipt;
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('matter.sent', { service: receipt.serviceName, union: receipt.unionName })}
        description={t(isNameless ? 'matter.decidedByNameless' : 'matter.decidedBy', {
          time: format.instant(receipt.decideBy),
        })}
        className="notice"
      />
      {papers.length > 0 && <PapersOnTheirWay matterId={receipt.id} papers={papers} />}
      <article className="card">
        <dl className="facts">
          <dt>{t('matter.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('matter.code')}</dt>
          <dd>
            <strong>{code}</strong>
          </dd>
        </dl>
        <p className="hint">{t(isNameless ? 'matter.keepCodeNameless' : 'matter.keepCode')}</p>
        <div className="actions">
          <CopyButton
            text={`${t('matter.number')} ${number}\n${t('matter.code')} ${code}`}
            label={t('matter.copyReceipt')}
            doneText={t('matter.copied')}
            failedText={t('matter.notCopied')}
          />
          {isSignedIn && !isNameless && (
            <ButtonLink to={`/matters/${receipt.id}`}>{t('matter.openIt')}</ButtonLink>
          )}
          <ButtonLink to="/matter-status" isPlain>
            {t('matter.lookUp')}
          </ButtonLink>
        </div>
      </article>
    </>
  );
}
