import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../i18n/index.js';
import { useFormat } from '../i18n/use-format.js';
import { useAppearance } from '../kit/appearance.js';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => void chooseLocale(other)} title={t('app.languageLabel')}>
      {t('app.language')}
    </Button>
  );
}

export function LargeTypeSwitch() {
  const { t } = useTranslation();
  const { appearance, choose } = useAppearance();
  const isLarge = appearance === 'large';
  return (
    <Button type="text" onClick={() => choose(isLarge ? 'standard' : 'large')}>
      {isLarge ? t('app.standardType') : t('app.largeType')}
    </Button>
  );
}
