import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLocale, type Locale } from './format.js';
import type { TextPart } from './texts.js';

const storageKey = 'gongxiang.locale';
const loaded = new Set<string>();
const wanted = new Set<TextPart>(['core']);

/** Starts in the language that was chosen last in this browser, at first in Chinese. */
export async function startI18n(): Promise<void> {
  const chosen = localStorage.getItem(storageKey);
  i18next.on('languageChanged', (locale) => {
    document.documentElement.lang = locale;
  });
  await i18next.use(initReactI18next).init({
    lng: isLocale(chosen) ? chosen : 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
    showSupportNotice: false,
  });
  await loadTexts();
}

/** Brings the texts of these parts in the language of now; what is there is not loaded twice. */
export async function loadTexts(...parts: readonly TextPart[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  // These alone: without a network, what another page lacks must not stop this one.
  await bring(currentLocale(), new Set<TextPart>(['core', ...parts]));
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** The other language's texts are there before the page changes into it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await bring(locale, wanted);
  localStorage.setItem(storageKey, locale);
  await i18next.changeLanguage(locale);
}

/** The language that is kept with the account, where this browser has never been told one. */
export async function adoptLocale(locale: Locale): Promise<void> {
  if (!isLocale(localStorage.getItem(storageKey))) await chooseLocale(locale);
}

async function bring(locale: Locale, parts: ReadonlySet<TextPart>): Promise<void> {
  const missing = [...parts].filter((part) => !loaded.has(`${locale}/${part}`));
  await Promise.all(
    missing.map(async (part) => {
      const { texts } = (await import(`./${locale}/${part}.ts`)) as { readonly texts: object };
      i18next.addResourceBundle(locale, 'translation', texts, true, true);
      loaded.add(`${locale}/${part}`);
    }),
  );
}
