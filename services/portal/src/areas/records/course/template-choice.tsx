import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { CourseDefinition } from './course.model.js';

interface TemplateChoiceProps {
  readonly value: string;
  /** Nothing to begin empty. */
  readonly onChoose: (id: string, definition: CourseDefinition | undefined) => void;
}

/** Courses that others have thought through, to begin from. */
export function TemplateChoice({ value, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useRead('course', '/course-templates', {});
  const templates = data?.items ?? [];
  return (
    <section className="card">
      <label htmlFor={id}>{t('course.template')}</label>
      <Choice<string>
        id={id}
        value={value}
        options={[
          { value: '', label: t('course.templateNone') },
          ...templates.map((one) => ({ value: one.id, label: one.definition.title })),
        ]}
        onChange={(chosen = '') => onChoose(chosen, templates.find((one) => one.id === chosen)?.definition)}
      />
      <p className="hint">{t('course.templateHint')}</p>
    </section>
  );
}
