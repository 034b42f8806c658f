import '../../../kit/styles/narrow.css';
import './founding.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import type { ContactForm, EnterpriseForm, PlanForm, Preview } from './found.model.js';

/** Each comes with its step, and with the texts that the first one does without. */
const later = { rows: 8, texts: ['founding'] } as const;
const EnterpriseStep = lazyPart('EnterpriseStep', () => import('./enterprise-step.js'), { rows: 8 });
const PlanStep = lazyPart('PlanStep', () => import('./plan-step.js'), later);
const ContactStep = lazyPart('ContactStep', () => import('./sending-steps.js'), later);
const SendStep = lazyPart('SendStep', () => import('./sending-steps.js'), later);
const FoundStatusView = lazyPart('FoundStatusView', () => import('./found-status-view.js'), later);

/** How far somebody has come; what was filled in stays when they go back. */
type Progress =
  | {
      readonly at: 'enterprise';
      readonly enterprise: EnterpriseForm | null;
      readonly plan: PlanForm | null;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'plan';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm | null;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'contact';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm;
      readonly contact: ContactForm | null;
    }
  | {
      readonly at: 'send';
      readonly enterprise: EnterpriseForm;
      readonly preview: Preview;
      readonly plan: PlanForm;
      readonly contact: ContactForm;
    };

const stepNumbers = { enterprise: 1, plan: 2, contact: 3, send: 4 } as const;

/** Founding a union, in four steps on a phone: the enterprise, the plan with its candidates, the contact, and the code. */
export function FoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('found.title'));
  const [progress, setProgress] = useState<Progress>({
    at: 'enterprise',
    enterprise: null,
    plan: null,
    contact: null,
  });
  const [status, setStatus] = useState<FoundingStatus | null>(null);
  if (status !== null) return <FoundStatusView status={status} isNew onChange={setStatus} />;
  const { at } = progress;
  return (
    <div className="card narrow">
      <h1>{t('found.title')}</h1>
      {at === 'enterprise' ? <WhatNext /> : <WayAhead preview={progress.preview} />}
      <p className="hint" role="status">
        {t('found.step', { step: stepNumbers[at], name: t(`found.stepName.${at}`) })}
      </p>
      <CurrentStep progress={progress} onGo={setProgress} onFiled={setStatus} />
      <Link to="/found/status" className="back">
        {t('found.toStatus')}
      </Link>
      <Link to="/join" className="back">
        {t('found.toJoin')}
      </Link>
    </div>
  );
}

interface CurrentStepProps {
  readonly progress: Progress;
  readonly onGo: (progress: Progress) => void;
  readonly onFiled: (status: FoundingStatus) => void;
}

function CurrentStep({ progress, onGo, onFiled }: CurrentStepProps) {
  switch (progress.at) {
    case 'enterprise':
      return (
        <EnterpriseStep
          filled={progress.enterprise}
          onDone={(enterprise, preview) => onGo({ ...progress, at: 'plan', enterprise, preview })}
        />
      );
    case 'plan':
      return (
        <PlanStep
          filled={progress.plan}
          onDone={(plan) => onGo({ ...progress, at: 'contact', plan })}
          onBack={() => onGo({ ...progress, at: 'enterprise' })}
        />
      );
    case 'contact':
      return (
        <ContactStep
          filled={progress.contact}
          onDone={(contact) => onGo({ ...progress, at: 'send', contact })}
          onBack={() => onGo({ ...progress, at: 'plan' })}
        />
      );
    case 'send':
      return <SendStep {...progress} onDone={onFiled} onBack={() => onGo({ ...progress, at: 'contact' })} />;
  }
}

/** The whole way, before anything is asked. */
function WhatNext() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('found.intro')}</p>
      <details>
        <summary>{t('found.nextTitle')}</summary>
        <ol>
          <li>{t('found.next.decide', { days: foundingDays })}</li>
          <li>{t('found.next.elect')}</li>
          <li>{t('found.next.confirm')}</li>
          <li>{t('found.next.start')}</li>
        </ol>
      </details>
    </>
  );
}

/** Before the platform has said it with the way. */
const foundingDays = 15;

/** Who decides, until when, and who follows; and what follows from the figures and the code. */
function WayAhead({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [first, ...others] = preview.steps;
  return (
    <section aria-label={t('found.wayTitle')} className="notice">
      <p>
        {t('found.way', {
          union: first?.unionName,
          time: instant(preview.dueAt),
          days: preview.workingDays,
        })}
      </p>
      {others.length > 0 && (
        <p className="hint">
          {t('found.wayThen', { unions: others.map(({ unionName }) => unionName).join(' → ') })}
        </p>
      )}
      <p className="hint">{t('found.setting')}</p>
      <p className="hint">{t('found.size', { size: t(`party.sizes.${preview.sizeClass}`) })}</p>
      {preview.usccCheck === 'failed' && <p>{t('found.codeFailed')}</p>}
    </section>
  );
}
