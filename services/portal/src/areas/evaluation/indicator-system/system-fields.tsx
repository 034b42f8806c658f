import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { TreeEditor } from './tree-editor.js';
import type { EditedSystem } from './use-edited-system.js';

interface SystemFieldsProps {
  readonly edited: EditedSystem;
  /** What the platform said of single nodes, by their keys. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The name of a system and its tree. */
export function SystemFields({ edited, errors }: SystemFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { name } = edited.values;
  const isMissing = edited.areProblemsShown && name.trim() === '';
  return (
    <div className="card">
      <label htmlFor={id}>{t('indicatorSystem.name')}</label>
      <Input
        id={id}
        value={name}
        maxLength={100}
        status={isMissing ? 'error' : ''}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-error` : undefined}
        onChange={(event) => edited.change({ name: event.target.value }, 'system name')}
      />
      {isMissing && (
        <p id={`${id}-error`} className="field-error">
          {t('evaluation.required')}
        </p>
      )}
      <TreeEditor edited={edited} errors={errors} />
    </div>
  );
}
