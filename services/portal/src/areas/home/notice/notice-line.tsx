import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';

type Notice = components['schemas']['NoticeView'];

/** Where a notice leads that is all there is to read. */
const here = '/notices';

/** One notice: what has happened, to what, and why the reader is notified, in the words that it comes with. */
export function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useCommand('notice', 'post', '/me/notices/{noticeId}/read');
  const { id, heading, lines, subject, text, withdrawnAt, because, link, readAt, createdAt } = notice;
  const title = notice.title ?? heading;
  const markRead = (): void => {
    if (readAt === null) read.mutate({ noticeId: id });
  };
  return (
    <article className={`card notice-line${readAt === null ? ' is-unread' : ''}`}>
      <p className="hint">
        {notice.title !== null && <span className="tag">{heading}</span>}
        <time dateTime={createdAt}>{format.instant(createdAt)}</time>
        {readAt === null && <strong>{t('notice.unread')}</strong>}
      </p>
      <h2>
        {link === here ? (
          title
        ) : (
          <Link to={link} onClick={markRead}>
            {title}
          </Link>
        )}
      </h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {withdrawnAt !== null && <p>{t('notice.withdrawn')}</p>}
      {subject !== null && (
        <p>
          <strong>{subject}</strong>
        </p>
      )}
      {text !== null && <p className="prose quoted">{text}</p>}
      <p className="hint">{because}</p>
      {readAt === null && (
        <Button loading={read.isPending} aria-label={t('notice.markReadOf', { title })} onClick={markRead}>
          {t('notice.markRead')}
        </Button>
      )}
    </article>
  );
}
