import '../../../kit/styles/card-list.css';
import '../../../kit/styles/fold.css';
import './privacy.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';

type Consent = components['schemas']['ConsentView'];
type ChosenPurpose = components['schemas']['DecideConsent']['purpose'];

/** For what the reader's data is used, and what they have decided about it. */
export function Consents() {
  const { t } = useTranslation();
  const consents = useRead('consent', '/me/consents', {});
  return (
    <section className="card" aria-labelledby="consents-title">
      <h2 id="consents-title">{t('privacy.consents')}</h2>
      <p className="hint">{t('privacy.consentsHint')}</p>
      <Loaded query={consents}>
        {({ items }) => items.map((consent) => <OneConsent key={consent.purpose} consent={consent} />)}
      </Loaded>
    </section>
  );
}

function OneConsent({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, basis, isSensitive, inUse, text, decidedVersion, decidedAt } = consent;
  const id = `consent-${purpose}`;
  return (
    <article aria-labelledby={id} className="consent">
      <div className="card-head">
        <h3 id={id}>{t(`privacy.purposeOf.${purpose}`)}</h3>
        <span className={inUse ? 'tag is-published' : 'tag'}>
          {t(inUse ? 'privacy.used' : 'privacy.notUsed')}
        </span>
      </div>
      {basis === 'law' && <p className="hint">{t('privacy.byLaw')}</p>}
      {isSensitive && <p className="hint">{t('privacy.sensitive')}</p>}
      {/* Whoever is to agree reads it first. */}
      <details className="fold" open={basis === 'consent' && !inUse}>
        <summary>{t('privacy.whatFor')}</summary>
        <p className="prose">{text}</p>
        {decidedAt !== null && (
          <p className="hint">
            {t('privacy.decided', { when: format.instant(decidedAt), version: decidedVersion ?? 0 })}
          </p>
        )}
      </details>
      {isChosen(purpose) && <Decision consent={consent} purpose={purpose} />}
    </article>
  );
}

interface DecisionProps {
  readonly consent: Consent;
  readonly purpose: ChosenPurpose;
}

function Decision({ consent, purpose }: DecisionProps) {
  const { t } = useTranslation();
  const decide = useCommand('consent', 'post', '/me/consents');
  const { basis, inUse, textVersion, decidedVersion } = consent;
  const isAskedAgain = basis === 'consent' && !inUse && (decidedVersion ?? textVersion) < textVersion;
  const acts: ActsProps = {
    name: t(`privacy.purposeOf.${purpose}`),
    inUse,
    isBusy: decide.isPending,
    decide: (given) => decide.mutate({ body: { purpose, given, textVersion } }),
  };
  return (
    <>
      {isAskedAgain && <p>{t('privacy.askedAgain', { version: decidedVersion ?? 0 })}</p>}
      {decide.isError && <Refusal title={t('privacy.refused')} error={decide.error} />}
      <div className="actions">
        {basis === 'consent' ? <ConsentActs {...acts} /> : <SwitchActs {...acts} />}
      </div>
    </>
  );
}

interface ActsProps {
  readonly name: string;
  readonly inUse: boolean;
  readonly isBusy: boolean;
  readonly decide: (given: boolean) => void;
}

/** What is asked for beforehand: withdrawing erases, so that it asks once. */
function ConsentActs({ name: purpose, inUse, isBusy, decide }: ActsProps) {
  const { t } = useTranslation();
  if (!inUse)
    return (
      <Button loading={isBusy} aria-label={t('privacy.agree', { purpose })} onClick={() => decide(true)}>
        {t('privacy.agreeShort')}
      </Button>
    );
  return (
    <ConfirmButton
      danger
      loading={isBusy}
      question={t('privacy.withdrawQuestion')}
      confirmText={t('privacy.withdrawShort')}
      aria-label={t('privacy.withdraw', { purpose })}
      onConfirm={() => decide(false)}
    >
      {t('privacy.withdrawShort')}
    </ConfirmButton>
  );
}

/** What goes on until it is switched off. */
function SwitchActs({ name: purpose, inUse, isBusy, decide }: ActsProps) {
  const { t } = useTranslation();
  const key = inUse ? ('switchOff' as const) : ('switchOn' as const);
  return (
    <Button loading={isBusy} aria-label={t(`privacy.${key}`, { purpose })} onClick={() => decide(!inUse)}>
      {t(`privacy.${key}Short`)}
    </Button>
  );
}

function isChosen(purpose: Consent['purpose']): purpose is ChosenPurpose {
  return purpose === 'mutualInterest' || purpose === 'proposals' || purpose === 'occasions';
}
