import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Loaded } from '../../../kit/loaded.js';
import { type CloseForm, CloseReason } from '../party/close-reason.js';
import { ClosingFindings } from '../party/closing-findings.js';
import type { Club } from './club.model.js';

interface CloseClubProps {
  readonly club: Club;
  readonly onClose: () => void;
}

/** What there still is of a club, and the form to close it. */
export function CloseClub({ club: { id, version, name }, onClose }: CloseClubProps) {
  const { t } = useTranslation();
  const closing = useRead('club', '/clubs/{clubId}/closing', { clubId: id });
  const close = useCommand('club', 'post', '/clubs/{clubId}/close');
  return (
    <section className="card" aria-labelledby="close-party-title">
      <h2 id="close-party-title">{t('partyClosing.close.club')}</h2>
      <p className="hint">{t('partyClosing.hint')}</p>
      <Loaded query={closing}>{(preview) => <ClosingFindings preview={preview} />}</Loaded>
      <CommandForm
        command={close}
        input={({ reason }: CloseForm) => ({ clubId: id, version, body: { reason: reason.trim() } })}
        submit={t('partyClosing.close.club')}
        refused={t('partyClosing.refused')}
        confirm={{ question: t('partyClosing.question', { name }), text: t('partyClosing.close.club') }}
        danger
        onDone={onClose}
        onCancel={onClose}
      >
        <CloseReason />
      </CommandForm>
    </section>
  );
}
