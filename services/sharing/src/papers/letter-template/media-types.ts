import type { LetterFormat } from '@gongxiang/contracts/sharing/papers/letter-template.contract';

export const letterMediaTypes: Readonly<Record<LetterFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
