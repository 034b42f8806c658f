import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { NotFoundPage } from '../../kit/dead-ends.js';
import { Loaded } from '../../kit/loaded.js';
import { PageHead } from '../../kit/page-head.js';
import type { Bulletin } from './bulletin.model.js';
import { correctionOf, definitionOf, valuesOf } from './bulletin-values.js';
import { BulletinForm } from './bulletin-form.js';

/** A draft is written anew; what is published is corrected, and says what is different. */
export function EditBulletinPage() {
  const { bulletinId = '' } = useParams();
  const query = useRead('bulletin', '/bulletins/{bulletinId}', { bulletinId });
  return <Loaded query={query}>{(bulletin) => <Editor key={bulletin.id} bulletin={bulletin} />}</Loaded>;
}

function Editor({ bulletin }: { readonly bulletin: Bulletin }) {
  if (!bulletin.changeable || bulletin.state === 'withdrawn' || bulletin.state === 'waiting')
    return <NotFoundPage />;
  return bulletin.state === 'draft' ? <Change bulletin={bulletin} /> : <Correct bulletin={bulletin} />;
}

function Change({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const { id: bulletinId, version } = bulletin;
  const change = useCommand('bulletin', 'put', '/bulletins/{bulletinId}', { onStale: 'refuse' });
  return (
    <>
      <PageHead title={t('bulletin.editTitle')} back={`/bulletins/${bulletinId}`} />
      <BulletinForm
        mode="change"
        files={{ unionId: bulletin.unionId, bulletinId }}
        command={change}
        initial={valuesOf(bulletin)}
        input={(values) => ({ bulletinId, version, body: definitionOf(values) })}
        submit={t('bulletin.saveChange')}
        onDone={useBack(bulletinId)}
      />
    </>
  );
}

function Correct({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const { id: bulletinId, version } = bulletin;
  const correct = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/correct', { onStale: 'refuse' });
  return (
    <>
      <PageHead title={t('bulletin.correctTitle')} back={`/bulletins/${bulletinId}`} />
      <BulletinForm
        mode="correct"
        files={{ unionId: bulletin.unionId, bulletinId }}
        command={correct}
        initial={valuesOf(bulletin)}
        input={(values) => ({ bulletinId, version, body: correctionOf(values) })}
        submit={t('bulletin.saveCorrection')}
        onDone={useBack(bulletinId)}
      />
    </>
  );
}

function useBack(bulletinId: string): () => void {
  const navigate = useNavigate();
  return () => void navigate(`/bulletins/${bulletinId}`, { replace: true });
}
