import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './sending/sealed-places.js';

await runReseal('notification', sealedPlaces);
