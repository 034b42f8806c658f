import type { QuestionDto } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';

/** A form question: an optional short text unless stated otherwise. */
export function question(changes: Partial<QuestionDto> = {}): QuestionDto {
  return {
    id: 'note',
    kind: 'shortText',
    title: '备注',
    help: null,
    required: false,
    perHead: false,
    visibleTo: 'organiser',
    ...changes,
  };
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
  visibleTo: 'door',
});
