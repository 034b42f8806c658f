import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import type { AskedQuestion } from '../../activities/sign-up-form/question.model.js';
import { type AssignmentFigure, type FigureKind, figureKinds, withFigure } from './assignment.model.js';

interface FigureFieldsProps {
  readonly questions: readonly AskedQuestion[];
  readonly figures: readonly AssignmentFigure[];
  readonly onPut: (figures: AssignmentFigure[]) => void;
}

/** For each question that asks for a number: which one the platform offers, as nobody is to count what it knows. */
export function FigureFields({ questions, figures, onPut }: FigureFieldsProps) {
  const { t } = useTranslation();
  const numbers = questions.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0) return null;
  return (
    <details open={figures.length > 0}>
      <summary>{t('assignment.figure.title')}</summary>
      <p className="hint">{t('assignment.figure.hint')}</p>
      {numbers.map(({ id, title }) => {
        const index = figures.findIndex(({ questionId }) => questionId === id);
        const chosen = figures[index];
        return (
          <PlainField key={id} label={title} pointer={`/figures/${index}/questionId`}>
            {(ids) => (
              <Choice<FigureKind>
                {...ids}
                {...(chosen === undefined ? {} : { value: chosen.figure })}
                options={[
                  { value: '', label: t('assignment.figure.none') },
                  ...figureKinds.map((value) => ({ value, label: t(`assignment.figure.kind.${value}`) })),
                ]}
                onChange={(figure) => onPut(withFigure(figures, id, figure))}
              />
            )}
          </PlainField>
        );
      })}
    </details>
  );
}
