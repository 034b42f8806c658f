import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { isLocale, type Locale } from './format.js';
import { zhCN } from './zh-CN.js';

const storageKey = 'gongxiang.locale';

/** Starts in the language that was chosen last in this browser, at first in Chinese. */
export async function startI18n(): Promise<void> {
  const chosen = localStorage.getItem(storageKey);
  i18next.on('languageChanged', (locale) => {
    document.documentElement.lang = locale;
  });
  await i18next.use(initReactI18next).init({
    lng: isLocale(chosen) ? chosen : 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(storageKey, locale);
  await i18next.changeLanguage(locale);
}
