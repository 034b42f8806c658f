import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';

type Act = components['schemas']['ActView'];

/**
 * What the link in a message opens, without a sign-in. Opening it changes nothing, as scanners of messages open links,
 * too.
 */
export function ActPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const act = useRead('waiting', '/acts/{token}', { token });
  return (
    <>
      <PageHead title={act.data?.heading ?? t('noticeSettings.act.title')} />
      <div className="card">
        {act.isError ? (
          <>
            <Refusal title={t('noticeSettings.act.unknown')} error={act.error} />
            <div className="actions">
              <Link to="/waiting">{t('noticeSettings.act.toWaiting')}</Link>
            </div>
          </>
        ) : (
          <Loaded query={act}>{(found) => <Perform act={found} token={token} />}</Loaded>
        )}
      </div>
    </>
  );
}

function Perform({
  act: { title, lines, act, link, dueAt },
  token,
}: {
  readonly act: Act;
  readonly token: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const perform = useCommand('registration', 'post', '/acts/{token}');
  return (
    <>
      {title !== null && <h2>{title}</h2>}
      {perform.isSuccess ? (
        <p role="status">{t('noticeSettings.act.done', { act })}</p>
      ) : (
        <>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {dueAt !== null && (
            <p className="hint">{t('noticeSettings.act.until', { time: format.instant(dueAt) })}</p>
          )}
          {perform.isError && <Refusal title={t('noticeSettings.act.failed')} error={perform.error} />}
          <Button type="primary" loading={perform.isPending} onClick={() => perform.mutate({ token })}>
            {act}
          </Button>
        </>
      )}
      <div className="actions">
        <Link to={link}>{t('noticeSettings.act.toPage')}</Link>
      </div>
    </>
  );
}
