import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { AssignmentTemplate } from './assignment.model.js';

interface TemplateChoiceProps {
  readonly value: string;
  /** Nothing to begin empty. */
  readonly onChoose: (template: AssignmentTemplate | undefined) => void;
}

/** What is asked again and again, to begin from. */
export function TemplateChoice({ value, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useRead('assignment', '/assignment-templates', {});
  const templates = data?.items ?? [];
  return (
    <section className="card">
      <label htmlFor={id}>{t('assignment.template.label')}</label>
      <Choice<string>
        id={id}
        value={value}
        options={[
          { value: '', label: t('assignment.template.none') },
          ...templates.map((one) => ({ value: one.id, label: one.content.title })),
        ]}
        onChange={(chosen) => onChoose(templates.find((one) => one.id === chosen))}
      />
      <p className="hint">{t('assignment.template.hint')}</p>
    </section>
  );
}
