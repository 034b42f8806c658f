import type { FormQuestion } from './form-question.js';

interface TitledQuestion extends FormQuestion {
  readonly title: string;
}

/** A form question: an optional short text unless stated otherwise. */
export function question(changes: Partial<TitledQuestion> = {}): TitledQuestion {
  return { id: 'note', kind: 'shortText', title: '备注', required: false, perHead: false, ...changes };
}

export const sizes = [
  { id: 'm', label: '中码' },
  { id: 'l', label: '大码' },
  { id: 'xl', label: '加大码' },
];

/** Asked for each head: the shirt size. */
export const shirt = question({
  id: 'shirt',
  kind: 'choice',
  title: '文化衫尺码',
  options: sizes,
  required: true,
  perHead: true,
});
