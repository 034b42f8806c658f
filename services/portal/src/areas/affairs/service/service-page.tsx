import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { signInAddress } from '../../../session/next-page.js';
import { useSignedIn } from '../../../session/use-session.js';
import type { MatterReceipt } from '../matter/matter.model.js';
import type { ChosenPaper } from '../matter/papers-on-their-way.js';
import { Receipt } from '../matter/receipt.js';
import { AnonymousForm } from './anonymous-form.js';
import { SendForm } from './send-form.js';
import type { Service } from './service.model.js';

/** A service: what it is, what is asked, until when it is decided; and the form with which a matter is brought. */
export function ServicePage() {
  const { serviceId = '' } = useParams();
  const isSignedIn = useSignedIn();
  const own = useRead('service', '/services/{serviceId}', isSignedIn ? { serviceId } : undefined);
  const open = useRead('service', '/public/services/{serviceId}', isSignedIn ? undefined : { serviceId });
  const query = isSignedIn ? own : open;
  return <Loaded query={query}>{(service) => <OneService key={service.id} service={service} />}</Loaded>;
}

function OneService({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const [receipt, setReceipt] = useState<MatterReceipt>();
  const [papers, setPapers] = useState<readonly ChosenPaper[]>([]);
  const [isNameless, setIsNameless] = useState(false);
  const sent: SendingProps['onSent'] = (made, { chosen = [], nameless = false } = {}) => {
    setReceipt(made);
    setPapers(chosen);
    setIsNameless(nameless);
  };
  return (
    <>
      <PageHead title={service.name} back="/services">
        {service.changeable && (
          <ButtonLink to={`/service-items/${service.id}`}>{t('matter.changeService')}</ButtonLink>
        )}
      </PageHead>
      {receipt === undefined ? (
        <>
          <ServiceFacts service={service} />
          <Sending service={service} onSent={sent} />
        </>
      ) : (
        <Receipt receipt={receipt} papers={papers} isNameless={isNameless} />
      )}
    </>
  );
}

function ServiceFacts({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const { decideWithin, acceptWithin, secondPerson, guidance } = service;
  return (
    <article className="card">
      <p className="prose">{service.summary}</p>
      {guidance !== null && <p className="prose">{guidance}</p>}
      <dl className="facts">
        <dt>{t('matter.offering')}</dt>
        <dd>{service.unionName}</dd>
        <dt>{t('matter.forWhom')}</dt>
        <dd>{t(`matter.applicants.${service.applicants}`, { union: service.unionName })}</dd>
        <dt>{t('matter.who')}</dt>
        <dd>
          {t(`matter.handledAt.${service.handledAt}`, { union: service.unionName })}
          {service.handledBy === 'named' && t('matter.byNamed')}
        </dd>
        {service.papers.length > 0 && (
          <>
            <dt>{t('matter.papers')}</dt>
            <dd>{service.papers.map(({ title }) => title).join(t('matter.comma'))}</dd>
          </>
        )}
        <dt>{t('matter.howLong')}</dt>
        <dd>
          {t('matter.terms', {
            accept: t(`matter.within.${acceptWithin.days}`, { count: acceptWithin.count }),
            decide: t(`matter.within.${decideWithin.days}`, { count: decideWithin.count }),
          })}
          {secondPerson && t('matter.bySecond')}
        </dd>
      </dl>
    </article>
  );
}

interface SendingProps {
  readonly service: Service;
  readonly onSent: (
    receipt: MatterReceipt,
    how?: { readonly chosen?: readonly ChosenPaper[]; readonly nameless?: boolean },
  ) => void;
}

/** Under one's own name, or without it where the service allows that. */
function Sending({ service, onSent }: SendingProps) {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  const [isNameless, setIsNameless] = useState(false);
  if (service.state !== 'open') return <NotOpen service={service} />;
  const { anonymous } = service;
  return (
    <section className="card" aria-labelledby="send-title">
      <h2 id="send-title">{t('matter.bring')}</h2>
      {anonymous && isSignedIn && (
        <label className="box">
          <input
            type="checkbox"
            checked={isNameless}
            onChange={(event) => setIsNameless(event.target.checked)}
          />
          {t('matter.withoutName')}
        </label>
      )}
      {anonymous && (isNameless || !isSignedIn) ? (
        <AnonymousForm service={service} onSent={(receipt) => onSent(receipt, { nameless: true })} />
      ) : (
        <UnderOwnName service={service} onSent={onSent} isSignedIn={isSignedIn} />
      )}
    </section>
  );
}

function NotOpen({ service: { state, closeReason } }: { readonly service: Service }) {
  const { t } = useTranslation();
  const title = state === 'draft' ? t('matter.isDraft') : t('matter.isClosed', { reason: closeReason ?? '' });
  return <Alert type="info" showIcon title={title} />;
}

function UnderOwnName({ service, onSent, isSignedIn }: SendingProps & { readonly isSignedIn: boolean }) {
  const { t } = useTranslation();
  if (!isSignedIn)
    return (
      <p>
        {t('matter.signInFirst')}{' '}
        <Link to={signInAddress(`/services/${service.id}`)}>{t('matter.signIn')}</Link>
      </p>
    );
  if (!service.usable) return <p>{t('matter.notForYou', { union: service.unionName })}</p>;
  return <SendForm service={service} onSent={(receipt, chosen) => onSent(receipt, { chosen })} />;
}
