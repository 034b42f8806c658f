import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { type FundRule, type FundRuleSet, shareText, type Source } from './fund-rule-form.js';

/** Rules, their sources and the validity of a set, in words. */
export function useRuleWords() {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const codesOf = (rule: FundRule): string =>
    (rule.expenseCodes ?? []).map((code) => t(`money.expense.${code}`)).join(t('common.separator'));
  const ruleWords = (rule: FundRule): string => {
    const amount = rule.amount ? money(rule.amount) : '';
    const share = rule.share ? shareText(rule.share) : '';
    switch (rule.kind) {
      case 'prizeAmount':
        return rule.grade
          ? t('fundRule.words.prizeAmountOf', { grade: t(`fundRule.grades.${rule.grade}`), amount })
          : t('fundRule.words.prizeAmount', { amount });
      case 'souvenirAmount':
        return t(rule.onlyWithoutPrizes ? 'fundRule.words.souvenirOnly' : 'fundRule.words.souvenirAmount', {
          amount,
        });
      case 'expenseBarred':
        return t('fundRule.words.expenseBarred', {
          fund: rule.incomeKind ? t(`money.fund.${rule.incomeKind}`) : '',
          codes: codesOf(rule),
        });
      default:
        return t(`fundRule.words.${rule.kind}`, { amount, share, codes: codesOf(rule) });
    }
  };
  const sourceWords = ({ title, number }: Source): string =>
    number ? t('fundRule.sourceText', { title, number }) : title;
  const validityWords = ({ validFrom, validUntil }: Pick<FundRuleSet, 'validFrom' | 'validUntil'>): string =>
    validUntil === null
      ? t('fundRule.from', { from: date(validFrom) })
      : t('fundRule.fromTo', { from: date(validFrom), to: date(validUntil) });
  return { ruleWords, sourceWords, validityWords };
}
