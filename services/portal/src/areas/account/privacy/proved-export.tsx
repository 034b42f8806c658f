import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Credentials } from '../credential/proof.model.js';
import { ProvedForm } from '../credential/proved-form.js';

type DataExport = components['schemas']['DataExportView'];

interface ProvedExportProps {
  readonly onDone: (asked: DataExport) => void;
  readonly onCancel: () => void;
}

/** Asks for a copy of one's data, once the person has shown that it is them. */
export function ProvedExport({ onDone, onCancel }: ProvedExportProps) {
  const { t } = useTranslation();
  const credentials = useRead('credential', '/me/credentials', {});
  return (
    <Loaded query={credentials}>
      {(found: Credentials) => (
        <ProvedForm<object, DataExport>
          name="export"
          credentials={found}
          touches={['dataExport']}
          send={(proof) => request('post', '/me/exports', { body: { proof } }, {})}
          submit={t('privacy.exportAsk')}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </Loaded>
  );
}
