import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { LoadingState } from '../../../kit/states.js';
import { PageHead } from '../../../kit/page-head.js';
import { useMe } from '../../../session/use-session.js';
import { useOffices } from '../../../session/use-offices.js';
import { AnnouncementForm } from './announcement-form.js';
import type { AnnouncementValues } from './announcement-values.js';
import { audienceKinds } from './announcement.model.js';

/**
 * Where a new announcement is written; the address may name a part of those who took part in an activity, or the club or
 * the group that writes.
 */
export function NewAnnouncementPage() {
  const { t } = useTranslation();
  const { isPending } = useMe();
  const [search] = useSearchParams();
  const start = startOf(search);
  return (
    <>
      <PageHead
        title={t('announcement.new')}
        back={start.writer === undefined ? '/announcements' : pageOf(start)}
      />
      <p className="hint">
        {t('announcement.newHint')} {start.writer !== undefined && t('announcement.ownBounds')}
      </p>
      {/* The first union at which the person is an officer stands in the form. */}
      {isPending ? <LoadingState rows={8} /> : <NewAnnouncement />}
    </>
  );
}

function NewAnnouncement() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { unionIdsOf } = useOffices();
  const create = useCommand('announcement', 'post', '/announcements');
  const start = startOf(search);
  const [own] = unionIdsOf('officer');
  const unionId = start.writer === undefined ? own : (search.get('union') ?? undefined);
  return (
    <AnnouncementForm
      command={create}
      input={(body) => ({ body })}
      isNew
      initial={{ ...start, ...(unionId === undefined ? {} : { unionId }) }}
      onDone={({ id }) => void navigate(`/announcements/${id}`)}
      onCancel={() => void navigate(start.writer === undefined ? '/announcements' : pageOf(start))}
    />
  );
}

const ownWriters = ['club', 'group'] as const;

/** Of the club or group that writes. */
function pageOf({ writer, audience }: AnnouncementValues): string {
  return writer === 'group' ? `/groups/${audience?.id?.id}` : `/parties/clubs/${audience?.id?.id}`;
}

function startOf(search: URLSearchParams): AnnouncementValues {
  const writer = ownWriters.find((one) => one === search.get('by'));
  const kind = writer ?? audienceKinds.find((one) => one === search.get('to')) ?? 'union';
  const [id, name] = [search.get('id'), search.get('name')];
  return {
    ...(writer && { writer }),
    audience: { kind, ...(id !== null && name !== null ? { id: { id, name } } : {}) },
    urgency: 'soon',
    release: 'now',
  };
}
