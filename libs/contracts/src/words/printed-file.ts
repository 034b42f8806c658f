import { Text, Uuid, Whole } from '../core/fields.js';

/** A file that a service has made for one caller. The gateway passes it on; what an integrator gets is the file itself. */
export class PrintedFileView {
  @Uuid({ description: 'Of the file, among those that are kept briefly' }) key: string;
  @Text({ max: 300, example: '亲子工厂一日游 海报.pdf' }) fileName: string;
  @Text() contentType: string;
  @Whole({ description: 'Bytes' }) size: number;
}
