import { useTranslation } from 'react-i18next';
import { asksForSomething, type Eligibility } from './eligibility-form.model.js';

/** The rules as a sentence that a worker can read. */
export function useRuleWords(): (view: Eligibility) => string {
  const { t } = useTranslation();
  const listed = (words: readonly string[]): string => words.join(t('common.separator'));
  const ageWords = ({ ageFrom, ageTo }: Eligibility): string | null => {
    if (ageFrom !== null && ageTo !== null) return t('eligibility.words.ages', { ageFrom, ageTo });
    if (ageFrom !== null) return t('eligibility.words.ageFrom', { ageFrom });
    return ageTo === null ? null : t('eligibility.words.ageTo', { ageTo });
  };
  const neighbourWords = ({ neighbours }: Eligibility): string | null => {
    if (neighbours === null) return null;
    const { withinKm } = neighbours;
    return withinKm === null
      ? t('eligibility.words.samePark')
      : t('eligibility.words.withinKm', { withinKm });
  };
  return (view) => {
    if (!asksForSomething(view)) return t('eligibility.everybody');
    const { unions, sizeClasses, sex, noShow, clubs, groups, employmentKinds } = view;
    const conditions = [
      unions.length > 0 && t('eligibility.words.unions', { unions: listed(unions.map(({ name }) => name)) }),
      neighbourWords(view),
      clubs.length > 0 && t('eligibility.words.clubs', { clubs: listed(clubs.map(({ name }) => name)) }),
      groups.length > 0 && t('eligibility.words.groups', { groups: listed(groups.map(({ name }) => name)) }),
      sizeClasses.length > 0 &&
        t('eligibility.words.sizes', {
          sizes: listed(sizeClasses.map((one) => t(`eligibility.sizeIs.${one}`))),
        }),
      employmentKinds.length > 0 &&
        t('eligibility.words.employment', {
          kinds: listed(employmentKinds.map((one) => t(`employmentIs.${one}`))),
        }),
      ageWords(view),
      sex !== null && t(`eligibility.words.${sex}`),
      noShow !== null && t('eligibility.words.noShow', { ...noShow }),
    ].filter((one): one is string => typeof one === 'string');
    return t('eligibility.sentence', { conditions: conditions.join(t('eligibility.and')) });
  };
}
