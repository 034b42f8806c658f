import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ProgrammeFields } from './programme-fields.js';
import { type ProgrammeValues, programmeValuesOf, termsOf } from './programme-form.js';
import type { Programme } from './subsidy.model.js';

interface EditProgrammeProps {
  readonly programme: Programme;
  readonly onDone: () => void;
}

/** Changes a draft; a published programme never changes. */
export function EditProgramme({ programme, onDone }: EditProgrammeProps) {
  const { t } = useTranslation();
  const change = useCommand('subsidyProgramme', 'put', '/subsidy-programmes/{programmeId}', {
    onStale: 'refuse',
  });
  return (
    <CommandForm
      command={change}
      input={(values: ProgrammeValues) => {
        const body = termsOf(values);
        if (body === null) return null;
        return { programmeId: programme.id, version: programme.version, body };
      }}
      submit={t('subsidy.programme.create')}
      refused={t('subsidy.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={programmeValuesOf(programme)}
      className="card"
    >
      <ProgrammeFields />
    </CommandForm>
  );
}
