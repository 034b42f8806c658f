/** Something that lies somewhere: decimal degrees, WGS 84. */
interface Located {
  readonly latitude: number;
  readonly longitude: number;
  readonly district: string | null;
}

/** Offers so close together that one finger would tap them all. `x` and `y` are shares of the map, from its top left. */
export interface Pin<Item> {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

export interface PlotMap<Item> {
  readonly pins: readonly Pin<Item>[];
  /** The name of each district, where the middle of what lies in it is. */
  readonly districts: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** A round distance, and its share of the width. */
  readonly scale: { readonly km: number; readonly share: number };
}

/** Width to height. */
const mapRatio = 4 / 3;
const degreeKm = 111.195;
/** What lies all in one place is shown with so much around it. */
const widthKmMin = 2;
const margin = 1.25;
/** As shares of the width: a finger on a phone. */
const pinShare = 0.14;

/** A plain drawing of what lies where, north above; over the few tens of kilometres of a city a plane is exact enough. */
export function mapOf<Item extends Located>(items: readonly Item[]): PlotMap<Item> | null {
  if (items.length === 0) return null;
  const latitudes = items.map(({ latitude }) => latitude);
  const longitudes = items.map(({ longitude }) => longitude);
  const middle = { latitude: middleOf(latitudes), longitude: middleOf(longitudes) };
  const eastKm = degreeKm * Math.cos((middle.latitude * Math.PI) / 180);
  const wanted = Math.max(extentOf(longitudes) * eastKm, extentOf(latitudes) * degreeKm * mapRatio);
  const widthKm = Math.max(widthKmMin, wanted * margin);
  const placed = items.map((item) => ({
    item,
    x: 0.5 + ((item.longitude - middle.longitude) * eastKm) / widthKm,
    y: 0.5 - ((item.latitude - middle.latitude) * degreeKm * mapRatio) / widthKm,
  }));
  const km = roundBelow(widthKm / 3);
  return { pins: pinsOf(placed), districts: districtsOf(placed), scale: { km, share: km / widthKm } };
}

interface Placed<Item> {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

/** In their order, each to the first pin near enough. */
function pinsOf<Item>(placed: readonly Placed<Item>[]): Pin<Item>[] {
  const pins: { x: number; y: number; items: Item[] }[] = [];
  for (const { item, x, y } of placed) {
    const near = pins.find((pin) => Math.hypot(pin.x - x, (pin.y - y) / mapRatio) < pinShare);
    if (near === undefined) pins.push({ x, y, items: [item] });
    else near.items.push(item);
  }
  return pins;
}

function districtsOf<Item extends Located>(placed: readonly Placed<Item>[]): PlotMap<Item>['districts'] {
  const names = [...new Set(placed.flatMap(({ item }) => (item.district === null ? [] : [item.district])))];
  return names.map((name) => {
    const there = placed.filter(({ item }) => item.district === name);
    const mean = (of: (one: Placed<Item>) => number): number =>
      there.reduce((sum, one) => sum + of(one), 0) / there.length;
    return { name, x: mean(({ x }) => x), y: mean(({ y }) => y) };
  });
}

/** 1, 2 or 5 of a power of ten, at most as much. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((one) => one * power <= value) ?? 1;
  return step * power;
}

function middleOf(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

function extentOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
