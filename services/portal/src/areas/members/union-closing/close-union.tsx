import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { ClosingFindings } from '../party/closing-findings.js';

type Filing = components['schemas']['UnionClosingView'];

interface CloseForm extends Pick<
  Filing,
  'ground' | 'registration' | 'documentDate' | 'documentNumber' | 'reason'
> {
  readonly successorUnionId?: NamedParty;
}

interface CloseUnionProps {
  readonly union: { readonly id: string; readonly name: string; readonly uscc: string | null };
  readonly onClose: () => void;
}

const grounds: readonly Filing['ground'][] = [
  'employerEnded',
  'merged',
  'split',
  'membersDecided',
  'duplicate',
];

/** What there still is of a union, and the form by which its closing is filed. */
export function CloseUnion({ union, onClose }: CloseUnionProps) {
  const { t } = useTranslation();
  const closing = useRead('union', '/unions/{unionId}/closing', { unionId: union.id });
  return (
    <section className="card" aria-labelledby="close-union-title">
      <h2 id="close-union-title">{t('unionClosing.of', { name: union.name })}</h2>
      <p className="hint">{t('unionClosing.formHint')}</p>
      <Loaded query={closing}>{(preview) => <ClosingFindings preview={preview} />}</Loaded>
      <ClosingForm union={union} onClose={onClose} />
    </section>
  );
}

interface ClosingFormProps extends Pick<CloseUnionProps, 'union'> {
  readonly onClose?: () => void;
  /** Where it merges into a known union, which is the ground, too; the page of the merger goes on with it. */
  readonly into?: NamedParty;
  /** Another act of the page comes first, and this one does not stand out beside it. */
  readonly isLater?: boolean;
}

export function ClosingForm({
  union: { id: unionId, name, uscc },
  into,
  isLater = false,
  onClose,
}: ClosingFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useCommand('unionClosing', 'post', '/unions/{unionId}/closings');
  const registrations: readonly Filing['registration'][] =
    uscc === null ? ['none', 'toCancel', 'cancelled'] : ['toCancel', 'cancelled'];
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      command={propose}
      input={({ successorUnionId = into, documentNumber, reason, ground, ...filing }: CloseForm) => ({
        unionId,
        body: {
          ...filing,
          ground: into === undefined ? ground : 'merged',
          documentNumber: documentNumber.trim(),
          reason: reason.trim(),
          ...(successorUnionId === undefined ? {} : { successorUnionId: successorUnionId.id }),
        },
      })}
      submit={t('unionClosing.file')}
      refused={t('unionClosing.refused')}
      confirm={{ question: t('unionClosing.question', { name }), text: t('unionClosing.file') }}
      danger
      secondary={isLater}
      onDone={({ id }) => into === undefined && void navigate(`/union-closings/${id}`)}
      onCancel={onClose}
    >
      {into === undefined && <GroundFields unionId={unionId} />}
      <div className="two-columns">
        <Form.Item
          name="documentNumber"
          label={t('unionClosing.document')}
          rules={required(t('unionClosing.documentRequired'))}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="documentDate"
          label={t('unionClosing.documentDate')}
          rules={[{ required: true, message: t('unionClosing.documentDateRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item
        name="registration"
        label={t('unionClosing.registration')}
        rules={[{ required: true, message: t('unionClosing.registrationRequired') }]}
      >
        <Choice
          label={t('unionClosing.registration')}
          options={[
            { value: '', label: t('unionClosing.choose') },
            ...registrations.map((value) => ({ value, label: t(`unionClosing.registrations.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('unionClosing.reason')}
        rules={required(t('unionClosing.reasonRequired'))}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

/** On which ground, and which union takes over. */
function GroundFields({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="ground"
        label={t('unionClosing.ground')}
        rules={[{ required: true, message: t('unionClosing.groundRequired') }]}
      >
        <Choice
          label={t('unionClosing.ground')}
          options={[
            { value: '', label: t('unionClosing.choose') },
            ...grounds.map((value) => ({ value, label: t(`unionClosing.grounds.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="successorUnionId"
        label={t('unionClosing.successor')}
        extra={t('unionClosing.successorHint')}
      >
        <PickedParty
          id="successorUnionId"
          label={t('unionClosing.successor')}
          kinds={['union']}
          except={unionId}
        />
      </Form.Item>
    </>
  );
}
