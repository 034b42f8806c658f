import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../api/use-command.js';
import { CommandForm } from './command-form.js';
import { ConfirmButton } from './confirm-button.js';
import { TextArea } from './input.js';
import { ReasonField, useReason } from './reason-field.js';
import { Refusal } from './states.js';

const wordsMax = 500;

/** A command of one remark, with what it takes. */
interface ActProps<Input, Output> {
  readonly command: Command<Input, Output>;
  readonly input: Input;
}

interface WordsProps<Input, Output> {
  readonly command: Command<Input, Output>;
  /** What is sent with what was typed. */
  readonly input: (words: string) => Input;
}

export function WithdrawRemark<Input, Output>({ command, input }: ActProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <ConfirmButton
        danger
        loading={command.isPending}
        question={t('remark.withdrawQuestion')}
        confirmText={t('remark.withdraw')}
        onConfirm={() => command.mutate(input)}
      >
        {t('remark.withdraw')}
      </ConfirmButton>
    </>
  );
}

/** A moderator hides it, and its author reads why. */
export function HideRemark<Input, Output>({ command, input }: WordsProps<Input, Output>) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <details className="fold">
      <summary>{t('remark.hide')}</summary>
      <p className="hint">{t('remark.hideHint')}</p>
      <ReasonField
        reason={reason}
        label={t('remark.reason')}
        required={t('remark.reasonRequired')}
        maxLength={wordsMax}
      />
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={command.isPending}
          question={t('remark.hideQuestion')}
          confirmText={t('remark.hide')}
          onConfirm={() => reason.take((text) => command.mutate(input(text)))}
        >
          {t('remark.hide')}
        </ConfirmButton>
      </div>
    </details>
  );
}

/** Its author says, once, why it should be shown: somebody else than who has hidden it decides. */
export function AppealRemark<Input, Output>({
  command,
  input,
  name,
}: WordsProps<Input, Output> & { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <details className="fold">
      <summary>{t('remark.appeal')}</summary>
      <p className="hint">{t('remark.appealHint')}</p>
      <CommandForm
        name={name}
        command={command}
        input={({ words }: { readonly words: string }) => input(words.trim())}
        submit={t('remark.appealYes')}
        done={null}
        refused={t('remark.notAppealed')}
        secondary
      >
        <Form.Item
          name="words"
          label={t('remark.appealWords')}
          rules={[{ required: true, whitespace: true, message: t('remark.reasonRequired') }]}
        >
          <TextArea rows={3} maxLength={wordsMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}

/** It stays hidden, and its author reads why. */
export function RefuseAppeal<Input, Output>({ command, input }: WordsProps<Input, Output>) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <details className="fold">
      <summary>{t('remark.refuseAppeal')}</summary>
      <p className="hint">{t('remark.refuseAppealHint')}</p>
      <ReasonField
        reason={reason}
        label={t('remark.reason')}
        required={t('remark.reasonRequired')}
        maxLength={wordsMax}
      />
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <div className="actions">
        <ConfirmButton
          loading={command.isPending}
          question={t('remark.refuseAppealQuestion')}
          confirmText={t('remark.refuseAppeal')}
          onConfirm={() => reason.take((text) => command.mutate(input(text)))}
        >
          {t('remark.refuseAppeal')}
        </ConfirmButton>
      </div>
    </details>
  );
}

interface Decidable {
  readonly appealState: 'none' | 'waiting' | 'refused';
  readonly acts: readonly { readonly act: string }[];
}

/** Tells whoever has hidden it why they may give way, and not refuse. */
export function AppealForAnother({ remark: { appealState, acts } }: { readonly remark: Decidable }) {
  const { t } = useTranslation();
  const may = (act: string): boolean => acts.some((one) => one.act === act);
  if (appealState !== 'waiting' || !may('show') || may('refuseAppeal')) return null;
  return <p className="hint">{t('remark.appealForAnother')}</p>;
}

/** @param isFirst it waits, and nobody has seen it yet */
export function ShowRemark<Input, Output>({
  command,
  input,
  isFirst = false,
}: ActProps<Input, Output> & { readonly isFirst?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <Button loading={command.isPending} onClick={() => command.mutate(input)}>
        {t(isFirst ? 'remark.show' : 'remark.showAgain')}
      </Button>
    </>
  );
}

export function DismissReports<Input, Output>({ command, input }: ActProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <ConfirmButton
        loading={command.isPending}
        question={t('remark.dismissQuestion')}
        confirmText={t('remark.dismiss')}
        onConfirm={() => command.mutate(input)}
      >
        {t('remark.dismiss')}
      </ConfirmButton>
    </>
  );
}

interface ReportProps<Input, Output> extends WordsProps<Input, Output> {
  readonly name: string;
  readonly onDone: () => void;
}

export function ReportRemark<Input, Output>({ command, input, name, onDone }: ReportProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <details className="fold">
      <summary>{t('remark.report')}</summary>
      <p className="hint">{t('remark.reportHint')}</p>
      <CommandForm
        name={name}
        command={command}
        input={({ words }: { readonly words: string }) => input(words.trim())}
        submit={t('remark.reportYes')}
        done={null}
        refused={t('remark.notReported')}
        onDone={onDone}
        secondary
      >
        <Form.Item
          name="words"
          label={t('remark.reportWords')}
          rules={[{ required: true, whitespace: true, message: t('remark.reasonRequired') }]}
        >
          <TextArea rows={3} maxLength={wordsMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
