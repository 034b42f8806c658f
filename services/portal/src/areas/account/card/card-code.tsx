import '../../../kit/styles/check-in-code.css';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnreachableError } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { QrCode } from '../../../kit/qr-code.js';
import { Refusal } from '../../../kit/states.js';
import { useCard, useShownCode } from './use-card.js';

/** The code that proves the membership, or why there is none. */
export function CardCode() {
  const { t } = useTranslation();
  const { card, error, isLoading, isSupported, retry } = useCard();
  const code = useShownCode(card);
  const issued = card?.issued ?? null;
  return (
    <section className="card" aria-labelledby="card-title">
      <h2 id="card-title">{t('card.title')}</h2>
      <p className="hint">{t('card.hint')}</p>
      {!isSupported && <Alert type="warning" showIcon title={t('card.unsupported')} />}
      {code !== null && <QrCode text={code} label={t('card.qr')} />}
      {issued !== null && code !== null && <Facts {...issued} />}
      {isSupported && code === null && (
        <NoCode isLoading={isLoading} error={error} isExpired={issued !== null} onRetry={retry} />
      )}
      <p>
        <Link to="/verify-card">{t('card.toVerify')}</Link>
      </p>
    </section>
  );
}

interface NoCodeProps {
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly isExpired: boolean;
  readonly onRetry: () => void;
}

function NoCode({ isLoading, error, isExpired, onRetry }: NoCodeProps) {
  const { t } = useTranslation();
  if (isLoading) return <p role="status">{t('card.loading')}</p>;
  if (error === null) return null;
  return (
    <>
      <Problem error={error} isExpired={isExpired} />
      <Button onClick={onRetry}>{t('card.retry')}</Button>
    </>
  );
}

function Facts({ unionName, validUntil }: { readonly unionName: string; readonly validUntil: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="facts">
        <dt>{t('card.union')}</dt>
        <dd>{unionName}</dd>
        <dt>{t('card.validUntil')}</dt>
        <dd>{format.instant(validUntil)}</dd>
      </dl>
      <p className="hint">{t('card.validHint')}</p>
    </>
  );
}

function Problem({ error, isExpired }: { readonly error: unknown; readonly isExpired: boolean }) {
  const { t } = useTranslation();
  if (isExpired) return <Alert type="warning" showIcon title={t('card.expired')} />;
  if (error instanceof UnreachableError) return <Alert type="info" showIcon title={t('card.noNetwork')} />;
  return <Refusal title={t('card.failed')} error={error} />;
}
