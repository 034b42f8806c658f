import { Module } from '@nestjs/common';
import { LoanDamageModule } from '../loan-damage/loan-damage.module.js';
import { LoanModule } from '../loan/loan.module.js';
import { PieceModule } from '../piece/piece.module.js';
import { PicturePressModule } from '../../files/picture-press/picture-press.module.js';
import { HandoverAnswers } from './handover.answers.js';
import { HandoverConsumer } from './handover.consumer.js';
import { HandoverController } from './handover.controller.js';
import { HandoverDesk } from './handover.desk.js';
import { HandoverNotices } from './handover.notices.js';
import { HandoverPieces } from './handover.pieces.js';
import { HandoverPictureService } from './handover-picture.service.js';
import { HandoverReader } from './handover.reader.js';
import { HandoverRecorder } from './handover.recorder.js';
import { HandoverRepository } from './handover.repository.js';
import { HandoverService } from './handover.service.js';

@Module({
  imports: [PieceModule, LoanModule, LoanDamageModule, PicturePressModule],
  controllers: [HandoverController],
  providers: [
    HandoverService,
    HandoverRecorder,
    HandoverAnswers,
    HandoverReader,
    HandoverPictureService,
    HandoverDesk,
    HandoverPieces,
    HandoverNotices,
    HandoverRepository,
    HandoverConsumer,
  ],
})
export class HandoverModule {}
