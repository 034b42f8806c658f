import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../kit/button-link.js';
import type { Benefit } from './benefit.model.js';

/** How one gets it. */
export function WayCard({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="way-title">
      <h2 id="way-title">{t('benefit.howTitle')}</h2>
      <Way benefit={benefit} />
    </section>
  );
}

function Way({ benefit }: { readonly benefit: Benefit }) {
  const { t } = useTranslation();
  const { way, code, link, category } = benefit;
  if (way === 'card')
    return (
      <>
        <p>{t('benefit.showCard')}</p>
        <ButtonLink to="/my/card">{t('benefit.myCard')}</ButtonLink>
      </>
    );
  if (way === 'code')
    return <p>{code === null ? t('benefit.codeForMembers') : t('benefit.sayCode', { code })}</p>;
  if (link === null) return null;
  return category === 'finance' ? <FinanceLink link={link} /> : <OutsideLink link={link} />;
}

/** The warning is read before the link is there. */
function FinanceLink({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{t('benefit.look')}</Button>;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="notice"
        title={t('benefit.financeWarning')}
        description={t('benefit.financeWarningMore')}
      />
      <OutsideLink link={link} />
    </>
  );
}

function OutsideLink({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  return (
    <p>
      <a className="back" href={link} rel="noopener noreferrer nofollow" target="_blank">
        {t('benefit.goTo', { host: hostOf(link) })}
      </a>
    </p>
  );
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link;
}
