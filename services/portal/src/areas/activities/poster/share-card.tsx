import './poster.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.js';
import { currentLocale } from '../../../i18n/index.js';
import { Choice } from '../../../kit/choice.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { QrCode } from '../../../kit/qr-code.js';
import { saveFile } from '../../../kit/save-file.js';
import { Refusal } from '../../../kit/states.js';

type PosterSize = 'a4' | 'a3';

interface ShareCardProps {
  readonly activityId: string;
  readonly title: string;
}

/** Shares an activity: its public address as a link and as a QR code, and a poster. Folded: the own code is not mixed up with it. */
export function ShareCard({ activityId, title }: ShareCardProps) {
  const { t } = useTranslation();
  const url = `${location.origin}/public/activities/${activityId}`;
  return (
    <details className="card fold share-card">
      <summary>{t('poster.title')}</summary>
      <p className="hint">{t('poster.hint')}</p>
      <QrCode text={url} label={t('poster.qr')} />
      <div className="actions">
        <CopyButton
          text={url}
          label={t('poster.copy')}
          doneText={t('poster.copied')}
          failedText={t('poster.copyByHand', { url })}
        />
      </div>
      <Poster activityId={activityId} title={title} />
    </details>
  );
}

function Poster({ activityId, title }: ShareCardProps) {
  const { t } = useTranslation();
  const [size, setSize] = useState<PosterSize>('a4');
  const fetchPoster = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams({ size, lang: currentLocale() }).toString();
      const { content, name } = await download(`/api/v1/activities/${activityId}/poster?${query}`);
      saveFile(name ?? `${title}.pdf`, content);
    },
  });
  const options = (['a4', 'a3'] as const).map((value) => ({
    value,
    label: t('poster.paper', { size: value.toUpperCase() }),
  }));
  return (
    <>
      <div className="actions">
        <Choice
          label={t('poster.size')}
          value={size}
          options={options}
          onChange={(one) => setSize(one ?? 'a4')}
        />
        <Button loading={fetchPoster.isPending} onClick={() => fetchPoster.mutate()}>
          {t('poster.download')}
        </Button>
      </div>
      {fetchPoster.isError && <Refusal title={t('poster.failed')} error={fetchPoster.error} />}
    </>
  );
}
