import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { lazyPart } from '../../kit/lazy-part.js';
import { Loaded } from '../../kit/loaded.js';
import type { Bulletin } from './bulletin.model.js';
import { BulletinFiles } from './file/bulletin-files.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../kit/markdown-text.js'), { rows: 6 });

/** What it said before it was corrected; each is read when it is opened. */
export function Revisions({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, ...earlier] = bulletin.revisions;
  return (
    <section className="card" aria-labelledby="revisions-title">
      <h2 id="revisions-title">{t('bulletin.revisions')}</h2>
      {earlier.map(({ number, at, note }) => (
        <Revision
          key={number}
          bulletin={bulletin}
          number={number}
          title={t('bulletin.revisionIs', { number, at: format.instant(at) })}
          note={note ?? t('bulletin.first')}
        />
      ))}
    </section>
  );
}

interface RevisionProps {
  readonly bulletin: Bulletin;
  readonly number: number;
  readonly title: string;
  readonly note: string;
}

function Revision({ bulletin, number, title, note }: RevisionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const query = useRead(
    'bulletin',
    '/bulletins/{bulletinId}/revisions/{number}',
    isOpen ? { bulletinId: bulletin.id, number: String(number) } : undefined,
  );
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <p className="hint">{note}</p>
      {isOpen && (
        <Loaded query={query}>
          {({ text, pictures, attachments }) => (
            <>
              <MarkdownText text={text} />
              <BulletinFiles bulletin={bulletin} pictures={pictures} attachments={attachments} />
            </>
          )}
        </Loaded>
      )}
    </details>
  );
}
