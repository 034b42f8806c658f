import { query, slow } from '../../core/contract.js';
import { Text, Uuid } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';

/** How the paper of a version is asked for over REST. */
export class DownloadAgreementPaperRequest {
  @Uuid() agreementId: string;
}

export class RenderAgreementPaperRequest extends DownloadAgreementPaperRequest {
  @Text({ max: 300, description: 'Where the platform is reached, such as https://union.example' })
  origin: string;
}

export const agreementPaperContract = {
  render: slow(
    query('sharing.agreement-paper.render', RenderAgreementPaperRequest, PrintedFileView, {
      http: 'GET agreements/:agreementId/paper',
      tag: 'co-hosting',
      summary: 'A version to be printed, in Chinese: terms, signatures, and its hash on every page',
      files: ['application/pdf'],
      isFileOnly: true,
    }),
  ),
};
