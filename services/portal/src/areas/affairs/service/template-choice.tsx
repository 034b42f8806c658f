import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { PlainField } from '../../activities/agreement/plain-field.js';
import type { ServiceDefinition } from './service.model.js';

interface TemplateChoiceProps {
  readonly value: string;
  /** Nothing to begin empty. */
  readonly onChoose: (id: string, definition: ServiceDefinition | undefined) => void;
}

/** Services that others have thought through, to begin from. */
export function TemplateChoice({ value, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const { data } = useRead('service', '/service-templates', {});
  const templates = data?.items ?? [];
  return (
    <section className="card">
      <PlainField label={t('matterStep.template')} pointer="/template">
        {(ids) => (
          <Choice<string>
            {...ids}
            value={value}
            options={[
              { value: '', label: t('matterStep.templateNone') },
              ...templates.map(({ id, definition }) => ({ value: id, label: definition.name })),
            ]}
            onChange={(id = '') => onChoose(id, templates.find((one) => one.id === id)?.definition)}
          />
        )}
      </PlainField>
      <p className="hint">{t('matterStep.templateHint')}</p>
    </section>
  );
}
