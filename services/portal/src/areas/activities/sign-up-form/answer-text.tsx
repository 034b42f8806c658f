import { useTranslation } from 'react-i18next';
import type { Question } from './question.model.js';
import { useHeadName } from './use-head-name.js';

interface AnswerTextProps {
  readonly question: Question;
  readonly value: unknown;
  /** The names of the companions, where each answer is to say whose it is. */
  readonly companions?: readonly string[];
}

/** An answer in the words of its question. */
export function AnswerText({ question, value, companions = [] }: AnswerTextProps) {
  const { t } = useTranslation();
  const textOf = useAnswerText();
  const headOf = useHeadName(companions);
  if (!question.perHead || companions.length === 0 || !Array.isArray(value))
    return textOf({ question, value });
  return value
    .map((answer: unknown, head) =>
      t('signUpForm.mine.ofHead', { head: headOf(head), answer: textOf({ question, value: answer }) }),
    )
    .join(t('signUpForm.mine.headSeparator'));
}

/** The same as plain text. */
export function useAnswerText(): (props: AnswerTextProps) => string {
  const { t } = useTranslation();
  const oneOf = ({ options, unit }: Question, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'signUpForm.ask.yes' : 'signUpForm.ask.no');
    if (typeof value === 'number') return `${value}${unit ? ` ${unit}` : ''}`;
    if (typeof value !== 'string') return t('signUpForm.mine.noAnswer');
    return options?.find(({ id }) => id === value)?.label ?? value;
  };
  return ({ question, value }) => {
    if (!Array.isArray(value)) return oneOf(question, value);
    const parts = value.map((one: unknown) =>
      Array.isArray(one)
        ? one.map((inner) => oneOf(question, inner)).join(t('common.separator'))
        : oneOf(question, one),
    );
    return parts.join(t('common.separator'));
  };
}
