import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { chooseLocale } from '../../../i18n/index.js';
import type { Locale } from '../../../i18n/format.js';
import { type ThemeChoice, useAppearance, useThemeChoice } from '../../../kit/appearance.js';
import { Choice } from '../../../kit/choice.js';
import { Refusal } from '../../../kit/states.js';

const locales: readonly Locale[] = ['zh-CN', 'en'];
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The language belongs to the account, the looks to the device. */
export function Preferences({ locale }: { readonly locale: Locale }) {
  const { t } = useTranslation();
  const id = useId();
  const { appearance, choose } = useAppearance();
  const update = useCommand('me', 'patch', '/me');
  const chooseLanguage = (chosen: Locale | undefined): void => {
    if (chosen === undefined) return;
    update.mutate({ body: { locale: chosen } }, { onSuccess: () => void chooseLocale(chosen) });
  };
  return (
    <>
      <div className="account-fields">
        <label htmlFor={id}>{t('account.language')}</label>
        <Choice<Locale>
          id={id}
          value={update.isPending ? (update.variables.body.locale ?? locale) : locale}
          options={locales.map((value) => ({ value, label: t(`account.languageOf.${value}`) }))}
          onChange={chooseLanguage}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="hint">
          {t('account.languageHint')}
        </p>
        <p role="status" aria-live="polite">
          {update.isSuccess && t('account.languageSaved')}
        </p>
        {update.isError && <Refusal title={t('account.languageFailed')} error={update.error} />}
      </div>
      <ThemeField />
      <Checkbox
        checked={appearance === 'large'}
        onChange={(event) => choose(event.target.checked ? 'large' : 'standard')}
      >
        {t('account.largeType')}
      </Checkbox>
      <p className="hint">{t('account.largeTypeHint')}</p>
    </>
  );
}

function ThemeField() {
  const { t } = useTranslation();
  const name = useId();
  const { themeChoice, chooseTheme } = useThemeChoice();
  return (
    <fieldset className="themes">
      <legend>{t('account.theme')}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input
            type="radio"
            name={name}
            checked={theme === themeChoice}
            onChange={() => chooseTheme(theme)}
          />
          {t(`account.themeOf.${theme}`)}
        </label>
      ))}
    </fieldset>
  );
}
