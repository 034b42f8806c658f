import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './key-rotation/sealed-places.js';

await runReseal('sharing', sealedPlaces);
