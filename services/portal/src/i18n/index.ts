import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLocale, type Locale } from './format.js';

/** The parts that there are. */
// oxlint-disable-next-line typescript/no-empty-object-type -- app/texts.d.ts fills it, as this folder knows no area
export interface TextParts {}
export type TextPart = keyof TextParts;

/** Loads the texts of one part in one language. */
export type LoadPart = (locale: Locale, part: TextPart) => Promise<object>;

const storageKey = 'gongxiang.locale';
const loaded = new Set<string>();
const wanted = new Set<TextPart>(['core']);
let loadPart: LoadPart = () => Promise.reject(new Error('startI18n comes first'));

/** Starts in the language that was chosen last in this browser, at first in Chinese. */
export async function startI18n(load: LoadPart): Promise<void> {
  loadPart = load;
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

/** Loads the texts of these parts in the current language, once each. */
export async function loadTexts(...parts: readonly TextPart[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  // These alone: without a network, what another page lacks must not stop this one.
  await loadMissing(currentLocale(), new Set<TextPart>(['core', ...parts]));
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** The other language's texts are there before the page changes into it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await loadMissing(locale, wanted);
  localStorage.setItem(storageKey, locale);
  await i18next.changeLanguage(locale);
}

/** The language that is kept with the account, where this browser has never been told one. */
export async function adoptLocale(locale: Locale): Promise<void> {
  if (!isLocale(localStorage.getItem(storageKey))) await chooseLocale(locale);
}

async function loadMissing(locale: Locale, parts: ReadonlySet<TextPart>): Promise<void> {
  const missing = [...parts].filter((part) => !loaded.has(`${locale}/${part}`));
  await Promise.all(
    missing.map(async (part) => {
      i18next.addResourceBundle(locale, 'translation', await loadPart(locale, part), true, true);
      loaded.add(`${locale}/${part}`);
    }),
  );
}

/**
 * What English says of a part: the same keys as the Chinese texts, in its own words. Where these differ by a number, which
 * Chinese words never do, it has a singular beside them.
 */
export type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> } & {
  readonly [Key in keyof T as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
