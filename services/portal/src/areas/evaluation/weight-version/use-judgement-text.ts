import { useTranslation } from 'react-i18next';
import { type Position, strengthOf } from './weighing.model.js';

const strengths = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A judgement as somebody would say it. */
export function useJudgementText() {
  const { t } = useTranslation();
  return (first: string, second: string, position: Position): string => {
    if (position === null) return t('weightVersion.notJudged', { first, second });
    const value = strengthOf(position);
    const strength = strengths.find((one) => one === value) ?? 1;
    const [more, less] = position >= 0 ? [first, second] : [second, first];
    return t(`weightVersion.strength.s${strength}`, { more, less });
  };
}
