import { useTranslation } from 'react-i18next';

/** Whether the gateway has written into the page that its people and unions are made up. */
const isDemo = document.querySelector('meta[name="gongxiang-demo"]') !== null;

/** Says on every page that nothing here is real. */
export function DemoBanner() {
  const { t } = useTranslation();
  return isDemo && <p className="demo-banner">{t('app.demo')}</p>;
}
