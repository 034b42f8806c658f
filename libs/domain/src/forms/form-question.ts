/** The kinds of question that a form may ask. */
export const formQuestionKinds = [
  'shortText',
  'longText',
  'number',
  'choice',
  'choices',
  'yesNo',
  'date',
  'phone',
] as const;
export type FormQuestionKind = (typeof formQuestionKinds)[number];

/** A question of a form that an officer designs: of a sign-up, or of a service. */
export interface FormQuestion {
  readonly id: string;
  readonly kind: FormQuestionKind;
  readonly required: boolean;
  /** Asked for each person who comes along too: the answer is a list, the person first. */
  readonly perHead?: boolean;
  readonly options?: readonly { readonly id: string }[] | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly unit?: string | null;
  readonly minPicks?: number | null;
  readonly maxPicks?: number | null;
}
