import { useCommand } from '../../../api/use-command.js';
import { AnnouncementForm } from './announcement-form.js';
import { valuesOf } from './announcement-values.js';
import type { Announcement } from './announcement.model.js';

interface EditAnnouncementProps {
  readonly announcement: Announcement;
  readonly onClose: () => void;
}

/** Changes what is not sent yet; the union that writes stays the same. */
export function EditAnnouncement({ announcement, onClose }: EditAnnouncementProps) {
  const edit = useCommand('announcement', 'put', '/announcements/{announcementId}');
  const { id: announcementId, version } = announcement;
  return (
    <AnnouncementForm
      command={edit}
      input={({ unionId: _unionId, writer: _writer, ...body }) => ({ announcementId, version, body })}
      initial={valuesOf(announcement)}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}
