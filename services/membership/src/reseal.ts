import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './access/key-rotation/sealed-places.js';

await runReseal('membership', sealedPlaces);
