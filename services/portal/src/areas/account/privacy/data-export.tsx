import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';

type DataExport = components['schemas']['DataExportView'];

const ProvedExport = lazyPart('ProvedExport', () => import('./proved-export.js'), { texts: ['credential'] });

/** A copy of everything, once the person has shown that it is them, and when that was done before. */
export function DataExport() {
  const { t } = useTranslation();
  const format = useFormat();
  const exports = useRead('dataExport', '/me/exports', {});
  return (
    <section className="card" aria-labelledby="export-title">
      <h2 id="export-title">{t('privacy.export')}</h2>
      <p className="hint">{t('privacy.exportHint')}</p>
      <ExportForm />
      <Loaded query={exports}>
        {({ items }) =>
          items.length > 0 && (
            <ul className="plain-list" aria-label={t('privacy.exportBefore')}>
              {items.map(({ id, askedAt, downloadedAt }) => (
                <li key={id}>
                  {downloadedAt === null
                    ? t('privacy.exportAsked', { when: format.instant(askedAt) })
                    : t('privacy.exportDone', { when: format.instant(downloadedAt) })}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function ExportForm() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const refresh = useRefresh('dataExport');
  const save = useMutation({
    mutationFn: async ({ id }: DataExport) => {
      const { content, name } = await download(`/api/v1/me/exports/${id}/file`);
      saveFile(name ?? `${t('privacy.title')}.zip`, content);
    },
    onSettled: refresh,
  });
  if (!isOpen)
    return (
      <>
        {save.isError && (
          <>
            <Refusal title={t('privacy.exportFailed')} error={save.error} />
            {/* Who has just proved to be themselves need not do so again for a connection that broke off. */}
            <div className="actions">
              <Button onClick={() => save.mutate(save.variables)}>{t('privacy.exportAgain')}</Button>
            </div>
          </>
        )}
        {save.isSuccess && <p role="status">{t('privacy.exportSaved')}</p>}
        <Button type="primary" loading={save.isPending} onClick={() => setIsOpen(true)}>
          {t('privacy.exportAsk')}
        </Button>
      </>
    );
  return (
    <ProvedExport
      onDone={(asked) => {
        setIsOpen(false);
        save.mutate(asked);
      }}
      onCancel={() => setIsOpen(false)}
    />
  );
}
