import { useTranslation } from 'react-i18next';

/** What a head is called: the person is head 0, a companion goes by name, or by number until there is one. */
export function useHeadName(companions: readonly (string | undefined)[]): (head: number) => string {
  const { t } = useTranslation();
  return (head) => {
    if (head === 0) return t('signUpForm.ask.self');
    return companions[head - 1]?.trim() || t('signUpForm.ask.companion', { number: head });
  };
}
