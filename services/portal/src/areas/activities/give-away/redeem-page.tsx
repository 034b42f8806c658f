import '../../../kit/styles/organising.css';
import '../../../kit/styles/check-in.css';
import './give-away.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { newUuid } from '../../../api/new-uuid.js';
import { QrCamera } from '../../../kit/qr-camera.js';
import { RecentRedemptions } from './recent-redemptions.js';
import { RedemptionPanel } from './redemption-panel.js';
import { TermsFacts } from './terms-facts.js';
import { type Redeeming, redeemingOf, useRedeem } from './use-redeeming.js';

/** A counter of the merchant: its staff need no account, only this address. */
export function RedeemPage() {
  const { redeemToken = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(redeemingOf(redeemToken));
  if (data !== undefined) return <Counter redeemToken={redeemToken} redeeming={data} />;
  if (isPending) return <LoadingState rows={6} />;
  return isGone(error) ? <Gone /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

/** A revoked link, or one that was cut off when it was copied. */
function isGone(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);
}

function Gone() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('redeem.scan')} />
      <Alert type="warning" showIcon role="alert" title={t('redeem.gone')} />
    </>
  );
}

interface CounterProps {
  readonly redeemToken: string;
  readonly redeeming: Redeeming;
}

function Counter({ redeemToken, redeeming }: CounterProps) {
  const { t } = useTranslation();
  const { activityTitle, pointName, terms, timeZone, redeemed, recent } = redeeming;
  const redeem = useRedeem(redeemToken);
  const scan = (code: string): void => redeem.mutate({ operationId: newUuid(), code });
  return (
    <>
      <PageHead title={t('redeem.title', { point: pointName })} />
      <section className="card redeem-scan" aria-labelledby="redeem-title">
        <h2 id="redeem-title">{t('redeem.scan')}</h2>
        <p className="hint">{t('redeem.hint')}</p>
        <TypeCoupon onText={scan} />
        <RedemptionPanel redeem={redeem} timeZone={timeZone} />
        <QrCamera onText={scan} />
      </section>
      <section className="card" aria-labelledby="redeem-terms-title">
        <h2 id="redeem-terms-title">{terms.title}</h2>
        <p>{activityTitle}</p>
        <TermsFacts terms={terms} timeZone={timeZone} />
      </section>
      <RecentRedemptions
        redeemToken={redeemToken}
        redeemed={redeemed}
        recent={recent}
        timeZone={timeZone}
        onUndone={redeem.reset}
      />
    </>
  );
}

/** For codes that cannot be scanned: typed, or entered by a handheld scanner. */
function TypeCoupon({ onText }: { readonly onText: (code: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = text.trim();
    setIsMissing(code === '');
    if (code === '') return;
    onText(code);
    setText('');
  };
  return (
    <form className="inline-field" onSubmit={submit}>
      <Input
        value={text}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-label={t('redeem.code')}
        aria-invalid={isMissing}
        placeholder={t('redeem.code')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit">
        {t('redeem.redeem')}
      </Button>
      {isMissing && (
        <p className="field-error" role="alert">
          {t('redeem.codeRequired')}
        </p>
      )}
    </form>
  );
}
