import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Loaded } from '../../../kit/loaded.js';
import { type CloseForm, CloseReason } from './close-reason.js';
import { ClosingFindings } from './closing-findings.js';
import type { Organisation } from './party.model.js';

interface CloseOrganisationProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** What there still is of an organisation, and the form to close it. */
export function CloseOrganisation({ organisation: { id, version, name }, onClose }: CloseOrganisationProps) {
  const { t } = useTranslation();
  const closing = useRead('organisation', '/organisations/{organisationId}/closing', { organisationId: id });
  const close = useCommand('organisation', 'post', '/organisations/{organisationId}/close');
  return (
    <section className="card" aria-labelledby="close-party-title">
      <h2 id="close-party-title">{t('partyClosing.close.organisation')}</h2>
      <p className="hint">{t('partyClosing.hint')}</p>
      <Loaded query={closing}>{(preview) => <ClosingFindings preview={preview} />}</Loaded>
      <CommandForm
        command={close}
        input={({ reason }: CloseForm) => ({ organisationId: id, version, body: { reason: reason.trim() } })}
        submit={t('partyClosing.close.organisation')}
        refused={t('partyClosing.refused')}
        confirm={{
          question: t('partyClosing.question', { name }),
          text: t('partyClosing.close.organisation'),
        }}
        danger
        onDone={onClose}
        onCancel={onClose}
      >
        <CloseReason />
      </CommandForm>
    </section>
  );
}
