import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoticeBell } from '../areas/home/notice/notice-bell.js';
import { AccountMenu } from './account-menu.js';
import { useSignedIn } from '../session/use-session.js';
import { chooseLocale } from '../i18n/index.js';
import { useFormat } from '../i18n/use-format.js';
import { useAppearance } from '../kit/appearance.js';
import { MainNavigation } from './main-navigation.js';

export function Header() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  return (
    <header className="header">
      <div className="header-inner">
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span>{t('app.name')}</span>
        </Link>
        {isSignedIn && <MainNavigation />}
        <div className="header-tools">
          <LargeTypeSwitch />
          <LanguageSwitch />
          {isSignedIn && <NoticeBell />}
          {isSignedIn && <AccountMenu />}
        </div>
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => void chooseLocale(other)} title={t('app.languageLabel')}>
      {t('app.language')}
    </Button>
  );
}

function LargeTypeSwitch() {
  const { t } = useTranslation();
  const { appearance, choose } = useAppearance();
  const isLarge = appearance === 'large';
  return (
    <Button type="text" onClick={() => choose(isLarge ? 'standard' : 'large')}>
      {isLarge ? t('app.standardType') : t('app.largeType')}
    </Button>
  );
}
