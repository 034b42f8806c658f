import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../kit/copy-button.js';
import { FoldedAct } from '../../kit/folded-act.js';
import type { Bulletin } from './bulletin.model.js';
import { packageOf } from './elsewhere.model.js';
import { pictureAddress } from './file/file.model.js';

/** What is for anybody, to be taken to an official account, a website or a chat by hand: text, cover and a link to its source. */
export function Elsewhere({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const { id, unionName, source, pictures } = bulletin;
  const link = `${location.origin}/bulletins/${id}`;
  const from =
    source === null ? unionName : t('bulletin.elsewhere.by', { source: source.name, union: unionName });
  const { whole, brief } = packageOf(bulletin, { link, fromWords: `${t('bulletin.source')}${from}` });
  const [cover] = pictures;
  const copied = { doneText: t('bulletin.elsewhere.copied'), failedText: t('bulletin.elsewhere.notCopied') };
  return (
    <section className="card" aria-label={t('bulletin.elsewhere.title')}>
      <FoldedAct title={t('bulletin.elsewhere.title')} hint={t('bulletin.elsewhere.hint')}>
        <pre className="elsewhere-text">{brief}</pre>
        <div className="actions">
          <CopyButton text={whole} label={t('bulletin.elsewhere.whole')} {...copied} />
          <CopyButton text={brief} label={t('bulletin.elsewhere.brief')} {...copied} />
          {cover !== undefined && (
            <a
              className="button-link is-plain"
              href={pictureAddress(id, cover.fileId, { width: '1600', isPublic: true })}
              download={`${bulletin.title}.webp`}
            >
              {t('bulletin.elsewhere.cover')}
            </a>
          )}
        </div>
      </FoldedAct>
    </section>
  );
}
