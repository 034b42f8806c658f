import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './files/key-rotation/sealed-places.js';

await runReseal('sharing', sealedPlaces);
